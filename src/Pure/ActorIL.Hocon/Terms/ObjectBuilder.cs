using System.Collections.Immutable;

namespace ActorIL.Hocon.Terms;

/// <summary>The fields of an object while it is read: keys in order of first appearance, duplicates merged.</summary>
internal sealed class ObjectBuilder(HoconOrigin origin)
{
    private readonly List<FieldBuilder> fields = [];
    private readonly Dictionary<string, FieldBuilder> fieldOfKey = new(StringComparer.Ordinal);

    /// <summary>Gives a value to a path: each element but the last is an object.</summary>
    public void Put(ImmutableArray<string> path, HoconOrigin keyOrigin, Term value)
    {
        var target = this;
        foreach (var key in path[..^1])
        {
            target = target.FieldAt(key, keyOrigin).OpenObject(keyOrigin);
        }

        target.FieldAt(path[^1], keyOrigin).Push(value);
    }

    /// <summary>Merges an object as if its fields stood here.</summary>
    public void Merge(Term.Structure newer)
    {
        foreach (var field in newer.Fields)
        {
            var target = FieldAt(field.Key, field.KeyOrigin);
            foreach (var term in field.Stack)
            {
                target.Push(term);
            }
        }
    }

    public Term.Structure Build() => new([.. fields.Select(field => field.Build())], origin);

    private FieldBuilder FieldAt(string key, HoconOrigin keyOrigin)
    {
        if (!fieldOfKey.TryGetValue(key, out var field))
        {
            field = new FieldBuilder(key);
            fieldOfKey.Add(key, field);
            fields.Add(field);
        }

        field.KeyOrigin = keyOrigin;
        return field;
    }
}
