using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Reading;

/// <summary>Ways through a resolved tree.</summary>
internal static class PathLookup
{
    public static HoconResult<HoconValue> Find(HoconValue root, HoconPath path)
    {
        HoconResult<HoconValue> result = root;
        for (var index = 0; index < path.Elements.Length; index++)
        {
            var key = path.Elements[index];
            var parent = new HoconPath(path.Elements[..index]);
            result = result.Bind(value => Child(value, parent, key));
        }

        return result;
    }

    public static IEnumerable<HoconLeaf> Leaves(HoconValue value, HoconPath path, HoconOrigin keyOrigin) =>
        value.Match<IEnumerable<HoconLeaf>>(
            ofObject: branch =>
                branch.Fields.IsEmpty
                    ? [new HoconLeaf(path, keyOrigin, branch)]
                    : branch.Fields.SelectMany(field =>
                        Leaves(field.Value, new HoconPath(path.Elements.Add(field.Key)), field.KeyOrigin)
                    ),
            ofArray: leaf => [new HoconLeaf(path, keyOrigin, leaf)],
            ofText: leaf => [new HoconLeaf(path, keyOrigin, leaf)],
            ofNumber: leaf => [new HoconLeaf(path, keyOrigin, leaf)],
            ofBoolean: leaf => [new HoconLeaf(path, keyOrigin, leaf)],
            ofNull: leaf => [new HoconLeaf(path, keyOrigin, leaf)]
        );

    private static HoconResult<HoconValue> Child(HoconValue value, HoconPath parent, string key)
    {
        var place = parent.Elements.IsEmpty ? "the root" : parent.ToString();
        HoconResult<HoconValue> NotAnObject() =>
            new HoconError(
                value.Origin,
                $"{Description.Of(value)} at {place}",
                $"an object with the key {JsonText.Key(key)}",
                "Correct the value, or the path to it."
            );
        return value.Match(
            ofObject: branch => branch.TryFind(key, out var field) ? field.Value : Missing(branch, place, key),
            ofArray: _ => NotAnObject(),
            ofText: _ => NotAnObject(),
            ofNumber: _ => NotAnObject(),
            ofBoolean: _ => NotAnObject(),
            ofNull: _ => NotAnObject()
        );
    }

    private static HoconResult<HoconValue> Missing(HoconValue.Object branch, string place, string key)
    {
        var hint = NearestName.TryFind(key, branch.Fields.Select(field => field.Key), out var nearest)
            ? $" There is a key {JsonText.Key(nearest)}; was it meant?"
            : "";
        return new HoconError(
            branch.Origin,
            $"no key {JsonText.Key(key)} in {place}",
            "a value for it",
            $"Set it in the file or by an override.{hint}"
        );
    }
}
