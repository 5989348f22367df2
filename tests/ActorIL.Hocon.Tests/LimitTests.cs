namespace ActorIL.Hocon.Tests;

public class LimitTests
{
    // A thread of one mebibyte is the smallest a program on any platform starts with.
    private const int StackBytes = 1 << 20;

    public static TheoryData<string, int> Floods =>
        new()
        {
            { "[", 10_000_000 },
            { "{", 1_000_000 },
            { "a{", 300_000 },
            { "a:[", 300_000 },
            { "[{a=", 300_000 },
            { "a.", 300_000 },
            { "${", 300_000 },
            { "\"", 300_001 },
            { "a=\"\"\"", 300_000 },
            { "include \"x\" ", 100_000 },
            { "a b ", 300_000 },
            { "]", 300_000 },
            { "a+=[", 300_000 },
            { "\\", 300_000 },
            { "required(", 300_000 },
        };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_flood_of_one_piece_is_an_error_and_not_a_crash(string piece, int count) =>
        OnSmallStack(() => Texts.Error(string.Concat(Enumerable.Repeat(piece, count))));

    [Fact]
    public void Nesting_is_bounded_exactly()
    {
        static string Nested(int depth) => new string('[', depth) + new string(']', depth);

        OnSmallStack(() => Texts.Resolved(Nested(HoconLimits.NestingDepthMax)));
        OnSmallStack(() => Texts.Error(Nested(HoconLimits.NestingDepthMax + 1)));
    }

    [Fact]
    public void Deep_paths_and_objects_resolve_up_to_the_bound()
    {
        var path = string.Join('.', Enumerable.Repeat("a", HoconLimits.NestingDepthMax));
        var objects =
            string.Concat(Enumerable.Repeat("a {", HoconLimits.NestingDepthMax - 1))
            + "a = ${b}"
            + new string('}', HoconLimits.NestingDepthMax - 1)
            + ", b = 1";

        OnSmallStack(() => Texts.Resolved($"{path} = 1, x = ${{{path}}}"));
        OnSmallStack(() => Texts.Resolved(objects));
        OnSmallStack(() => Texts.Error($"{path}.a = 1"));
    }

    [Fact]
    public void A_chain_of_substitutions_resolves_up_to_the_bound()
    {
        static string Chain(int length) =>
            string.Concat(Enumerable.Range(0, length).Select(index => $"k{index} = x${{k{index + 1}}}\n"))
            + $"k{length} = 1";

        OnSmallStack(() => Texts.Resolved(Chain(HoconLimits.SubstitutionDepthMax - 2)));
        OnSmallStack(() => Texts.Error(Chain(HoconLimits.SubstitutionDepthMax + 10)));
        OnSmallStack(() => Texts.Error(Chain(10_000)));
    }

    [Theory]
    [InlineData("= ${k}${k}")]
    [InlineData("= x${k}${k}")]
    [InlineData("= [${k}] [${k}]")]
    [InlineData("= { l = ${k}, r = ${k} }")]
    [InlineData("= ${k} ${k}")]
    public void Values_that_double_with_each_line_are_an_error(string value)
    {
        foreach (var start in new[] { "xxxxxxxxxx", "[1]", "{ v = 1 }" })
        {
            var lines = Enumerable
                .Range(0, 60)
                .Select(index => $"k{index + 1} {value.Replace("${k}", $"${{k{index}}}", StringComparison.Ordinal)}\n");

            OnSmallStack(() => Texts.Error($"k0 = {start}\n{string.Concat(lines)}"));
        }
    }

    [Fact]
    public void A_deep_value_built_by_substitutions_is_an_error()
    {
        var lines = Enumerable.Range(0, 300).Select(index => $"k{index + 1} = [${{k{index}}}]\n");

        OnSmallStack(() => Texts.Error($"k0 = 1\n{string.Concat(lines)}"));
    }

    [Fact]
    public void Includes_are_bounded_in_depth_and_in_number()
    {
        static IncludeOutcome Deeper(string path) => new IncludeOutcome.Found($"include \"x{path}\"");
        static IncludeOutcome Wider(string path) =>
            path.Length > 25
                ? new IncludeOutcome.Missing()
                : new IncludeOutcome.Found($"a {{ include \"x{path}\" }}, b {{ include \"y{path}\" }}");

        OnSmallStack(() => Texts.Failure(HoconReader.Parse("include \"a.conf\"", "m", Deeper)));
        OnSmallStack(() => Texts.Failure(HoconReader.Parse("include \"a.conf\"", "m", Wider)));
    }

    [Fact]
    public void Nesting_counts_across_included_files()
    {
        static IncludeOutcome Nested(string path) =>
            new IncludeOutcome.Found(
                string.Concat(Enumerable.Repeat("a {", 20)) + $"include \"x{path}\"" + new string('}', 20)
            );

        OnSmallStack(() =>
            Assert.Contains(
                "too deep",
                Texts.Failure(HoconReader.Parse("include \"a.conf\"", "m", Nested)).Found,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public void Many_repetitions_of_one_key_resolve()
    {
        var lines = Enumerable.Range(0, 20_000).Select(index => $"a.k{index} = {index}, a.k = ${{a.k{index}}}\n");
        var text = string.Concat(lines);

        OnSmallStack(() => Assert.Equal(20_001, Texts.Value(Texts.Resolved(text).Object("a")).Fields.Length));
    }

    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(action), StackBytes);
        thread.Start();
        thread.Join();
        if (thrown is not null)
        {
            throw new Xunit.Sdk.XunitException(thrown.ToString());
        }
    }
}
