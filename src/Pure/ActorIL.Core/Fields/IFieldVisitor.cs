using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>What can be done with the fields of a value: write, read, describe, hash.</summary>
public interface IFieldVisitor
{
    /// <summary>
    /// Whether this visitor fills the locals, so that the description must build a new value from them.
    /// </summary>
    static abstract bool Rebuilds { get; }

    void Field(int number, string name, ref bool value);

    void Field(int number, string name, ref int value);

    void Field(int number, string name, ref long value);

    void Field(int number, string name, ref ulong value);

    void Field(int number, string name, ref float value);

    void Field(int number, string name, ref double value);

    void Field(int number, string name, ref string value);

    void Field(int number, string name, ref ImmutableArray<byte> value);

    void Field(int number, string name, ref ImmutableArray<int> value);

    void Field(int number, string name, ref ImmutableArray<long> value);

    void Field(int number, string name, ref ImmutableArray<float> value);

    void Field(int number, string name, ref ImmutableArray<double> value);

    /// <summary>A content-addressed block: its hash stands in the bytes, its numbers are kept once elsewhere.</summary>
    void Block(int number, string name, ref ParameterBlock? value);

    /// <summary>A nested record; absent when null; a struct is always present.</summary>
    void Record<T>(int number, string name, ref T? value)
        where T : IFields<T>;

    /// <summary>A list of nested records, in order.</summary>
    void Records<T>(int number, string name, ref ImmutableArray<T> value)
        where T : IFields<T>;

    /// <summary>One case of a closed union: at most one of a union's cases is not null.</summary>
    void Case<T>(int number, string name, ref T? value)
        where T : class, IFields<T>;
}
