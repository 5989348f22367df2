using System.Collections.Immutable;
using ActorIL.Hocon.Terms;

namespace ActorIL.Hocon.Resolution;

/// <summary>A value evaluated just far enough to know its kind; what is inside it still waits.</summary>
internal abstract record Shallow
{
    private Shallow() { }

    /// <summary>Why there is no value, if a cycle is why.</summary>
    public Cycle? WhyCycle =>
        Match(undefined => undefined.Cycle, _ => null, _ => null, _ => null, failed => failed.Cycle);

    public bool IsUndefined => Match(_ => true, _ => false, _ => false, _ => false, _ => false);

    public bool IsFailed => Match(_ => false, _ => false, _ => false, _ => false, _ => true);

    public abstract T Match<T>(
        Func<Undefined, T> undefined,
        Func<Scalar, T> scalar,
        Func<Items, T> items,
        Func<Layers, T> layers,
        Func<Failed, T> failed
    );

    /// <summary>No value.</summary>
    /// <param name="Cycle">Set if the only way to a value leads back to where it began.</param>
    internal sealed record Undefined(Cycle? Cycle) : Shallow
    {
        public override T Match<T>(
            Func<Undefined, T> undefined,
            Func<Scalar, T> scalar,
            Func<Items, T> items,
            Func<Layers, T> layers,
            Func<Failed, T> failed
        ) => undefined(this);
    }

    internal sealed record Scalar(HoconValue Value) : Shallow
    {
        public override T Match<T>(
            Func<Undefined, T> undefined,
            Func<Scalar, T> scalar,
            Func<Items, T> items,
            Func<Layers, T> layers,
            Func<Failed, T> failed
        ) => scalar(this);
    }

    /// <summary>An array; each element is a stack of one or more terms, the oldest first.</summary>
    internal sealed record Items(ImmutableArray<ImmutableArray<Term>> Stacks, HoconOrigin Origin) : Shallow
    {
        public override T Match<T>(
            Func<Undefined, T> undefined,
            Func<Scalar, T> scalar,
            Func<Items, T> items,
            Func<Layers, T> layers,
            Func<Failed, T> failed
        ) => items(this);
    }

    /// <summary>An object: several merged on demand, the oldest first.</summary>
    internal sealed record Layers(ImmutableArray<Term.Structure> Structures) : Shallow
    {
        public HoconOrigin Origin => Structures[^1].Origin;

        public ImmutableArray<Term> StackOf(string key) =>
            Structures.Length == 1
                ? Structures[0].StackOf(key)
                : [.. Structures.SelectMany(structure => structure.StackOf(key))];

        /// <summary>Each key once, in order of first appearance, with where it was last written.</summary>
        public IEnumerable<(string Key, HoconOrigin KeyOrigin)> Keys()
        {
            var origins = new Dictionary<string, HoconOrigin>(StringComparer.Ordinal);
            var keys = new List<string>();
            foreach (var field in Structures.SelectMany(structure => structure.Fields))
            {
                if (!origins.ContainsKey(field.Key))
                {
                    keys.Add(field.Key);
                }

                origins[field.Key] = field.KeyOrigin;
            }

            return keys.Select(key => (key, origins[key]));
        }

        public override T Match<T>(
            Func<Undefined, T> undefined,
            Func<Scalar, T> scalar,
            Func<Items, T> items,
            Func<Layers, T> layers,
            Func<Failed, T> failed
        ) => layers(this);
    }

    /// <summary>There is no way to a value.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="Cycle">Set if a cycle is why; an older value of some key in it may then break it.</param>
    internal sealed record Failed(HoconError Error, Cycle? Cycle) : Shallow
    {
        public override T Match<T>(
            Func<Undefined, T> undefined,
            Func<Scalar, T> scalar,
            Func<Items, T> items,
            Func<Layers, T> layers,
            Func<Failed, T> failed
        ) => failed(this);
    }
}
