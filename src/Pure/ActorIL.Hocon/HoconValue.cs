using System.Collections.Immutable;

namespace ActorIL.Hocon;

/// <summary>
/// A resolved value. Compare trees by <see cref="Rendering.CanonicalJson"/>: record equality would compare origins, and
/// arrays by reference.
/// </summary>
public abstract record HoconValue
{
    private HoconValue(HoconOrigin origin) => Origin = origin;

    public HoconOrigin Origin { get; init; }

    public abstract T Match<T>(
        Func<Object, T> ofObject,
        Func<Array, T> ofArray,
        Func<Text, T> ofText,
        Func<Number, T> ofNumber,
        Func<Boolean, T> ofBoolean,
        Func<Null, T> ofNull
    );

    /// <summary>Keys stand in the order of their first appearance, fallbacks before what overrides them.</summary>
    public sealed record Object(ImmutableArray<HoconField> Fields, HoconOrigin Origin) : HoconValue(Origin)
    {
        public bool TryFind(string key, out HoconField field)
        {
            var index = 0;
            while (index < Fields.Length && !string.Equals(Fields[index].Key, key, StringComparison.Ordinal))
            {
                index++;
            }

            field = index < Fields.Length ? Fields[index] : new HoconField(key, Origin, new Null(Origin));
            return index < Fields.Length;
        }

        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofObject(this);
    }

    public sealed record Array(ImmutableArray<HoconValue> Items, HoconOrigin Origin) : HoconValue(Origin)
    {
        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofArray(this);
    }

    public sealed record Text(string Value, HoconOrigin Origin) : HoconValue(Origin)
    {
        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofText(this);
    }

    /// <summary>A JSON number, as it was written: "1e5" stays "1e5".</summary>
    public sealed record Number(string Original, HoconOrigin Origin) : HoconValue(Origin)
    {
        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofNumber(this);
    }

    public sealed record Boolean(bool Value, HoconOrigin Origin) : HoconValue(Origin)
    {
        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofBoolean(this);
    }

    public sealed record Null(HoconOrigin Origin) : HoconValue(Origin)
    {
        public override T Match<T>(
            Func<Object, T> ofObject,
            Func<Array, T> ofArray,
            Func<Text, T> ofText,
            Func<Number, T> ofNumber,
            Func<Boolean, T> ofBoolean,
            Func<Null, T> ofNull
        ) => ofNull(this);
    }
}
