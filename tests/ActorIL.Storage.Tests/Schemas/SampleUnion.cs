using ActorIL.Core.Fields;

namespace ActorIL.Storage.Tests.Schemas;

/// <summary>A union with a case that has fields and one that nests the record it is in.</summary>
public abstract record SampleUnion : IFields<SampleUnion>
{
    private SampleUnion() { }

    public static TypeName Name => new("sample-union", 1);

    public abstract TOut Match<TOut>(Func<Count, TOut> count, Func<Inner, TOut> inner);

    public static SampleUnion Fields<TVisitor>(scoped ref TVisitor visitor, SampleUnion? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var count = value as Count;
        var inner = value as Inner;
        visitor.Case(1, "count", ref count);
        visitor.Case(2, "inner", ref inner);
        return TVisitor.Rebuilds ? (SampleUnion?)count ?? inner! : value!;
    }

    /// <summary>A number.</summary>
    public sealed record Count(long Value) : SampleUnion, IFields<Count>
    {
        public static new TypeName Name => new("sample-union.count", 1);

        public override TOut Match<TOut>(Func<Count, TOut> count, Func<Inner, TOut> inner) => count(this);

        public static Count Fields<TVisitor>(scoped ref TVisitor visitor, Count? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var number = value?.Value ?? 0;
            visitor.Field(1, "value", ref number);
            return TVisitor.Rebuilds ? new(number) : value!;
        }
    }

    /// <summary>The record again.</summary>
    public sealed record Inner(SampleMessage? Message) : SampleUnion, IFields<Inner>
    {
        public static new TypeName Name => new("sample-union.inner", 1);

        public override TOut Match<TOut>(Func<Count, TOut> count, Func<Inner, TOut> inner) => inner(this);

        public static Inner Fields<TVisitor>(scoped ref TVisitor visitor, Inner? value)
            where TVisitor : IFieldVisitor, allows ref struct
        {
            var message = value?.Message;
            visitor.Record(1, "message", ref message);
            return TVisitor.Rebuilds ? new(message) : value!;
        }
    }
}
