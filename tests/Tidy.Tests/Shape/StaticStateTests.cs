using Tidy.Tests.Sources;

namespace Tidy.Tests.Shape;

public sealed class StaticStateTests
{
    [Fact]
    public void The_product_has_no_static_state() => Findings.None(ProductCompilation.All.SelectMany(StaticState.Find));

    [Theory]
    [InlineData("static int count;", "can be assigned")]
    [InlineData("public static int Count { get; set; }", "can be assigned")]
    [InlineData("static event Action? Changed;", "static event A.Changed")]
    [InlineData("static readonly int[] Table = [1];", ": int[]")]
    [InlineData("static readonly List<int> Seen = [];", ": System.Collections.Generic.List<int>")]
    [InlineData("static IReadOnlyList<int> Names { get; } = [];", "IReadOnlyList<int>")]
    [InlineData("static readonly object Gate = new();", ": object")]
    [InlineData("static readonly ImmutableArray<int[]> Rows = [];", ": int[]")]
    [InlineData("static readonly Memory<byte> Buffer;", "Memory<byte>")]
    [InlineData("static readonly Holder Held = new([]);", ": Holder.Values: float[]")]
    [InlineData("static readonly Cell Held = new();", ": Cell.Value, assignable")]
    [InlineData("static readonly Shape Any = Make();", ": Open.Values: int[]")]
    [InlineData("[ThreadStatic] static readonly int Mine;", "each thread")]
    public void Static_state_is_found(string field, string words) => Findings.One(Find(field), 5, words);

    [Theory]
    [InlineData("const int Count = 1;")]
    [InlineData("static readonly string Name = \"\";")]
    [InlineData("static ReadOnlySpan<float> Table => [1f, 2f];")]
    [InlineData("static readonly ImmutableArray<string> Names = [];")]
    [InlineData("static readonly System.Collections.Frozen.FrozenDictionary<string, int> Ids = null!;")]
    [InlineData("static readonly Func<int, int> Next = n => n + 1;")]
    [InlineData("static readonly Point Origin = new(0, 0);")]
    [InlineData("static Point Unit { get; } = new(1, 1);")]
    [InlineData("static readonly (int, string)? Pair = null;")]
    [InlineData("static readonly System.Runtime.Intrinsics.Vector256<float> One = default;")]
    [InlineData("static readonly Shape None = new Shape.Closed();")]
    [InlineData("int changing;")]
    public void Constants_of_immutable_types_pass(string field) => Findings.None(Find(field));

    private static IEnumerable<Finding> Find(string field) =>
        StaticState.Find(
            ProductCompilation.Of(
                $$"""
                using System.Collections.Immutable;
                #pragma warning disable CS0067, CS0169, CS0414
                class A
                {
                    {{field}}
                    record Point(int X, int Y) { public Point? Next { get; init; } }
                    record Holder(float[] Values);
                    static Shape Make() => new Shape.Open([]);
                    abstract record Shape { public record Open(int[] Values) : Shape; public record Closed : Shape; }
                    class Cell { public int Value; }
                }
                """
            )
        );
}
