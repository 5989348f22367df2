using System.Runtime.CompilerServices;
using ActorIL.Hocon.Rendering;
using ActorIL.Testing;

namespace ActorIL.Hocon.Tests;

/// <summary>Laws that hold for any two configurations, tried on random ones; about a third of them resolve.</summary>
public class LawTests
{
    private const int RoundCount = 1_000;

    private static readonly string[] Paths = ["a", "b", "c", "a.b", "a.c", "b.a", "c.a.b", "\"0\"", "a.\"0\""];

    [Fact]
    public void A_fallback_is_what_stands_before_in_the_same_file() =>
        ForEachPair(
            (first, second) =>
            {
                var layered = HoconReader
                    .Parse(second, "second", Texts.Files())
                    .Bind(upper => HoconReader.Parse(first, "first", Texts.Files()).Map(upper.WithFallback))
                    .Bind(document => document.Resolve(_ => null));

                Assert.Equal(Outcome(Texts.Attempt($"{first}\n{second}")), Outcome(layered));
            }
        );

    [Fact]
    public void An_include_at_the_root_is_the_text_it_includes() =>
        ForEachPair(
            (first, second) =>
                Assert.Equal(
                    Outcome(Texts.Attempt($"{first}\n{second}")),
                    Outcome(Texts.Attempt($"include \"f\"\n{second}", ("f.conf", first)))
                )
        );

    [Fact]
    public void An_include_under_a_key_resolves_as_the_file_alone_does() =>
        ForEachPair(
            (first, second) =>
                Assert.Equal(
                    Outcome(Texts.Attempt($"{first}\n{second}")).Replace("{}", "", StringComparison.Ordinal),
                    Outcome(
                            Texts
                                .Attempt("p.q { include \"f\" }", ("f.conf", $"{first}\n{second}"))
                                .Bind(config => config.Find("p.q"))
                                .Map(value => new HoconConfig(value, [], []))
                        )
                        .Replace("{}", "", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Object_braces_and_key_paths_mean_the_same() =>
        ForEachPair(
            (first, second) =>
                Assert.Equal(
                    Outcome(Texts.Attempt($"{{ {first}\n{second} }}")),
                    Outcome(Texts.Attempt($"{first}\n{second}"))
                )
        );

    private static string Outcome(HoconResult<HoconConfig> result) =>
        result.Match(
            ok: config => CanonicalJson.Render(config.Root),
            failed: error => error.Found.Contains("cycle", StringComparison.Ordinal) ? "cycle" : "error"
        );

    // The caller's name gives each law seeds of its own, and the command that repeats a failure.
    private static void ForEachPair(Action<string, string> check, [CallerMemberName] string law = "") =>
        Seeded.Run(
            RoundCount,
            seed =>
            {
                var dice = new Dice(seed);
                check(Fields(dice, depth: 0), Fields(dice, depth: 0));
            },
            callerMemberName: law
        );

    private static string Fields(Dice dice, int depth) =>
        string.Join('\n', Enumerable.Range(0, dice.Next(3) + 1).Select(_ => Field(dice, depth)));

    private static string Field(Dice dice, int depth)
    {
        var path = Paths[dice.Next(Paths.Length)];
        return dice.Next(6) == 0 ? $"{path} += {Value(dice, depth)}" : $"{path} = {Value(dice, depth)}";
    }

    private static string Value(Dice dice, int depth) =>
        dice.Next(depth > 2 ? 6 : 10) switch
        {
            0 => "1",
            1 => "x",
            2 => "null",
            3 => $"${{?{Paths[dice.Next(Paths.Length)]}}}",
            4 => $"${{?{Paths[dice.Next(Paths.Length)]}}}y",
            5 => $"${{{Paths[dice.Next(Paths.Length)]}}}",
            6 => $"[{Value(dice, depth + 1)}, {Value(dice, depth + 1)}]",
            7 => $"{{ {Fields(dice, depth + 1)} }}",
            8 => $"${{?{Paths[dice.Next(Paths.Length)]}}} {{ {Fields(dice, depth + 1)} }}",
            _ => $"${{?{Paths[dice.Next(Paths.Length)]}}} [{Value(dice, depth + 1)}]",
        };
}
