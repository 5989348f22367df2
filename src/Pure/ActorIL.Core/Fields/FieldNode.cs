using System.Collections.Immutable;

namespace ActorIL.Core.Fields;

/// <summary>A value decoded without its type, from its bytes and its description alone.</summary>
public abstract record FieldNode
{
    private FieldNode() { }

    public abstract TOut Match<TOut>(
        Func<Boolean, TOut> boolean,
        Func<Integer, TOut> integer,
        Func<Identity, TOut> identity,
        Func<Single, TOut> single,
        Func<Double, TOut> wide,
        Func<Text, TOut> text,
        Func<Bytes, TOut> bytes,
        Func<Integers, TOut> integers,
        Func<Singles, TOut> singles,
        Func<Doubles, TOut> doubles,
        Func<Block, TOut> block,
        Func<Record, TOut> record,
        Func<Records, TOut> records,
        Func<Absent, TOut> absent
    );

    /// <summary>A truth value.</summary>
    public sealed record Boolean(bool Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => boolean(this);
    }

    /// <summary>A whole number of 32 or 64 bits.</summary>
    public sealed record Integer(long Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => integer(this);
    }

    /// <summary>64 bits that name something.</summary>
    public sealed record Identity(ulong Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => identity(this);
    }

    /// <summary>A float.</summary>
    public sealed record Single(float Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => single(this);
    }

    /// <summary>A double.</summary>
    public sealed record Double(double Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => wide(this);
    }

    /// <summary>A text.</summary>
    public sealed record Text(string Value) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => text(this);
    }

    /// <summary>Bytes.</summary>
    public sealed record Bytes(ImmutableArray<byte> Values) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => bytes(this);
    }

    /// <summary>Whole numbers of 32 or 64 bits, shape [n].</summary>
    public sealed record Integers(ImmutableArray<long> Values) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => integers(this);
    }

    /// <summary>Floats, shape [n].</summary>
    public sealed record Singles(ImmutableArray<float> Values) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => singles(this);
    }

    /// <summary>Doubles, shape [n].</summary>
    public sealed record Doubles(ImmutableArray<double> Values) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => doubles(this);
    }

    /// <summary>A block of numbers kept elsewhere, by the hash of its content; 0 for none.</summary>
    public sealed record Block(ulong Hash) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => block(this);
    }

    /// <summary>A record, or a union with the one case that is there; fields in the order of their numbers.</summary>
    public sealed record Record(TypeName Type, ImmutableArray<FieldEntry> Fields) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => record(this);
    }

    /// <summary>Records of one type, in order.</summary>
    public sealed record Records(TypeName Type, ImmutableArray<FieldNode> Items) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => records(this);
    }

    /// <summary>A record that is not there.</summary>
    public sealed record Absent(TypeName Type) : FieldNode
    {
        public override TOut Match<TOut>(
            Func<Boolean, TOut> boolean,
            Func<Integer, TOut> integer,
            Func<Identity, TOut> identity,
            Func<Single, TOut> single,
            Func<Double, TOut> wide,
            Func<Text, TOut> text,
            Func<Bytes, TOut> bytes,
            Func<Integers, TOut> integers,
            Func<Singles, TOut> singles,
            Func<Doubles, TOut> doubles,
            Func<Block, TOut> block,
            Func<Record, TOut> record,
            Func<Records, TOut> records,
            Func<Absent, TOut> absent
        ) => absent(this);
    }
}
