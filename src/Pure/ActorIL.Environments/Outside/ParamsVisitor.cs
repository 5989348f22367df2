using System.Collections.Immutable;
using ActorIL.Core.Fields;

namespace ActorIL.Environments.Outside;

/// <summary>Finds the parameters of an environment in another process among those of what is built around it.</summary>
/// <param name="found">What is found goes here.</param>
/// <param name="instances">What they are to hold from now on; null to leave them as they are.</param>
internal readonly ref struct ParamsVisitor(ImmutableArray<ExternalIdentity>.Builder found, ExternalInstances? instances)
    : IFieldVisitor
{
    public static bool Rebuilds => true;

    public void Field(int number, string name, ref bool value) { }

    public void Field(int number, string name, ref int value) { }

    public void Field(int number, string name, ref long value) { }

    public void Field(int number, string name, ref ulong value) { }

    public void Field(int number, string name, ref float value) { }

    public void Field(int number, string name, ref double value) { }

    public void Field(int number, string name, ref string value) { }

    public void Field(int number, string name, ref ImmutableArray<byte> value) { }

    public void Field(int number, string name, ref ImmutableArray<int> value) { }

    public void Field(int number, string name, ref ImmutableArray<long> value) { }

    public void Field(int number, string name, ref ImmutableArray<float> value) { }

    public void Field(int number, string name, ref ImmutableArray<double> value) { }

    public void Block(int number, string name, ref ParameterBlock? value) { }

    public void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>
    {
        if (value is ExternalParams parameters)
        {
            found.Add(parameters.Identity);
            value = instances is null ? value : (T)(object)(parameters with { Instances = instances });
        }
        else if (value is not null)
        {
            // The visitor is handed on by reference, which a method of its own may not do with itself.
            var inner = this;
            value = T.Fields(ref inner, value);
        }
    }

    public void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T> { }

    public void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T> { }
}
