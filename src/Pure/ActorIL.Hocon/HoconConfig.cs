using System.Collections.Immutable;
using ActorIL.Hocon.Reading;

namespace ActorIL.Hocon;

/// <summary>A resolved configuration, read by path with conversion. Errors name the place of the value.</summary>
/// <param name="Root">The tree; an object unless the text was an array.</param>
/// <param name="EnvironmentNames">Environment variables whose values were used, in ordinal order.</param>
/// <param name="Sources">Texts it was read from; what is overridden stands first.</param>
public sealed record HoconConfig(
    HoconValue Root,
    ImmutableArray<string> EnvironmentNames,
    ImmutableArray<string> Sources
)
{
    /// <summary>The value at a path expression, null values included.</summary>
    public HoconResult<HoconValue> Find(string path) =>
        HoconPath.Parse(path).Bind(parsed => PathLookup.Find(Root, parsed));

    /// <summary>There is a value at the path, and it is not null.</summary>
    public bool Has(string path) => Find(path).Match(ok: value => !Conversion.IsNull(value), failed: _ => false);

    public HoconResult<string> Text(string path) => Find(path).Bind(value => Conversion.Text(value, path));

    public HoconResult<bool> Boolean(string path) => Find(path).Bind(value => Conversion.Boolean(value, path));

    public HoconResult<long> Integer(string path) => Find(path).Bind(value => Conversion.Integer(value, path));

    public HoconResult<double> Number(string path) => Find(path).Bind(value => Conversion.Number(value, path));

    /// <summary>A duration in nanoseconds; a bare number is in milliseconds.</summary>
    public HoconResult<long> DurationNanoseconds(string path) =>
        Find(path).Bind(value => Conversion.DurationNanoseconds(value, path));

    /// <summary>A size in bytes; a bare number is in bytes.</summary>
    public HoconResult<long> SizeBytes(string path) => Find(path).Bind(value => Conversion.SizeBytes(value, path));

    /// <summary>The items of an array, or of an object with numeric keys.</summary>
    public HoconResult<ImmutableArray<HoconValue>> Items(string path) =>
        Find(path).Bind(value => Conversion.Items(value, path));

    public HoconResult<HoconValue.Object> Object(string path) =>
        Find(path).Bind(value => Conversion.Object(value, path));

    /// <summary>Every value that is no object, and every empty object, with its path.</summary>
    public ImmutableArray<HoconLeaf> Leaves() => [.. PathLookup.Leaves(Root, new HoconPath([]), Root.Origin)];
}
