using System.Text.Json;

namespace ActorIL.Numerics.Tests.Golden;

/// <summary>One file of reference results: arrays with their shapes, and plain numbers.</summary>
internal sealed class GoldenFile(JsonElement root)
{
    // What separates two correct float implementations: 1e-6 absolute plus 1e-5 relative.
    private const double AbsoluteTolerance = 1e-6;
    private const double RelativeTolerance = 1e-5;

    public static GoldenFile Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return new(document.RootElement.Clone());
    }

    public float Number(string name) => root.GetProperty(name).GetSingle();

    public float[] Array(string name) => Data(root.GetProperty(name));

    public int[] Indices(string name) => [.. Array(name).Select(value => (int)value)];

    public int[] Shape(string name) => Shape(root.GetProperty(name));

    /// <summary>The arrays of a list, one after another.</summary>
    public float[] Flat(string name) => [.. root.GetProperty(name).EnumerateArray().SelectMany(Data)];

    /// <summary>The shapes of a list of arrays.</summary>
    public int[][] Shapes(string name) => [.. root.GetProperty(name).EnumerateArray().Select(Shape)];

    /// <summary>Plain numbers in a list.</summary>
    public double[] Numbers(string name) => [.. root.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    /// <summary>The objects of a list.</summary>
    public GoldenFile[] Objects(string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(element => new GoldenFile(element))];

    public void HoldsArray(string name, ReadOnlySpan<float> actual) => Hold(name, Array(name), actual);

    public void HoldsFlat(string name, ReadOnlySpan<float> actual) => Hold(name, Flat(name), actual);

    public void HoldsNumber(string name, float actual) => Hold(name, [Number(name)], [actual]);

    private static void Hold(string name, float[] expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var (wanted, found) = ((double)expected[i], (double)actual[i]);
            if (!(Math.Abs(found - wanted) <= AbsoluteTolerance + (RelativeTolerance * Math.Abs(wanted))))
            {
                Assert.Fail(FormattableString.Invariant($"{name}[{i}]: expected {wanted:R}, found {found:R}."));
            }
        }
    }

    private static float[] Data(JsonElement array) =>
        [.. array.GetProperty("data").EnumerateArray().Select(element => element.GetSingle())];

    private static int[] Shape(JsonElement array) =>
        [.. array.GetProperty("shape").EnumerateArray().Select(element => element.GetInt32())];
}
