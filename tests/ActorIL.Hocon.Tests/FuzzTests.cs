using System.Text;
using ActorIL.Hocon.Rendering;
using ActorIL.Testing;

namespace ActorIL.Hocon.Tests;

/// <summary>Random input is either read or answered with an error.</summary>
public class FuzzTests
{
    private const int RoundCount = 1_000;

    private const string Alphabet = "ab.c01-e+ \t\n\r,:={}[]$?\"\\/#@&*`^!()\uFEFF\u2003é\ud83d\ude00\u0000";

    private static readonly string[] Pieces =
    [
        "a",
        "b",
        ".",
        "a.b",
        " = ",
        ":",
        "+=",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\n",
        " ",
        "${a}",
        "${?b}",
        "${a.b}",
        "\"q\"",
        "\"\"\"t\"\"\"",
        "1",
        "2.5e3",
        "true",
        "null",
        "include \"f\"",
        "include required(\"g\")",
        "# c\n",
        "// d\n",
        "a = 1",
        "a = ${a}x",
        "b = [${?b}]",
        "a { b = 2 }",
        "\"0\" = 1",
        "10s",
        "\\",
        "$",
        "\u0000",
    ];

    private static readonly string[] Documents =
    [
        "a = 1\nb { c = [1, 2, {d = x}], e = ${a} } { f = ${?g} }\nb.h += 5 // end\ninclude \"f\"\n",
        "{\"a\" : {\"b\" : [true, false, null, -1.5e-3, \"\\u00e9\\n\"]}, \"c\" : \"\"\"x\ny\"\"\"}",
        "path = [/bin]\npath = ${path} [/usr/bin]\npath += ${?HOME}/bin\nx = ${y} { z = ${x.w} }, y { w = 1 }\n",
        "foo : { a : { c : 1 } }\nfoo : ${foo.a}\nfoo : { a : 2 }\nlist = [ {a += 1, a += 2} ${?foo} ]\n",
    ];

    [Fact]
    public void Random_bytes_never_throw() =>
        Seeded.Run(
            RoundCount,
            seed =>
            {
                var dice = new Dice(seed);
                byte[] bytes = [.. Enumerable.Range(0, dice.Next(60)).Select(_ => (byte)dice.Next(256))];
                Check(
                    Utf8Text.Decode(bytes, "x").Match(ok: text => text, failed: _ => Encoding.Latin1.GetString(bytes))
                );
            }
        );

    [Fact]
    public void Random_characters_of_the_grammar_never_throw() =>
        Seeded.Run(
            RoundCount,
            seed =>
            {
                var dice = new Dice(seed);
                Check(
                    string.Concat(Enumerable.Range(0, dice.Next(40)).Select(_ => Alphabet[dice.Next(Alphabet.Length)]))
                );
            }
        );

    [Fact]
    public void Random_pieces_of_the_grammar_never_throw() =>
        Seeded.Run(
            RoundCount,
            seed =>
            {
                var dice = new Dice(seed);
                Check(string.Concat(Enumerable.Range(0, dice.Next(30)).Select(_ => Pieces[dice.Next(Pieces.Length)])));
            }
        );

    [Fact]
    public void Random_changes_of_valid_documents_never_throw() =>
        Seeded.Run(
            RoundCount,
            seed =>
            {
                var dice = new Dice(seed);
                var text = new StringBuilder(Documents[dice.Next(Documents.Length)]);
                for (var changeCount = dice.Next(5) + 1; changeCount > 0; changeCount--)
                {
                    Mutate(text, dice);
                }

                Check(text.ToString());
            }
        );

    [Fact]
    public void The_documents_that_are_changed_are_valid() =>
        Assert.All(Documents, document => Assert.True(IsAccepted(document), document));

    private static void Mutate(StringBuilder text, Dice dice)
    {
        var index = dice.Next(text.Length + 1);
        var length = dice.Next(Math.Min(8, text.Length - index + 1));
        switch (dice.Next(4))
        {
            case 0:
                text.Remove(index, length);
                break;
            case 1:
                text.Insert(index, Alphabet[dice.Next(Alphabet.Length)]);
                break;
            case 2:
                text.Insert(index, Pieces[dice.Next(Pieces.Length)]);
                break;
            default:
                text.Insert(dice.Next(text.Length + 1), text.ToString(index, length));
                break;
        }
    }

    private static bool IsAccepted(string text) => Attempt(text).Match(ok: _ => true, failed: _ => false);

    private static HoconResult<HoconConfig> Attempt(string text) =>
        HoconReader
            .Parse(text, "main.conf", Texts.Files(("f.conf", "f = ${?a}, l += 3"), ("g.conf", "[1]")))
            .Bind(document => document.Resolve(name => name == "HOME" ? "home" : null));

    private static bool Check(string text) =>
        Attempt(text).Match(ok: CheckTree, failed: error => CheckError(error, text));

    private static bool CheckError(HoconError error, string text)
    {
        Assert.NotEmpty(error.Found);
        Assert.NotEmpty(error.Wanted);
        Assert.InRange(error.Origin.Line, 0, text.Count(character => character == '\n') + 1);
        Assert.InRange(error.ToString().Length, 1, 100 + (10 * text.Length) + 400);
        return false;
    }

    // What is accepted must also render, read back to the same tree, and convert or fail as a value.
    private static bool CheckTree(HoconConfig config)
    {
        var rendered = ReadableHocon.Render(config.Root, new RenderOptions(ShowsOrigins: true));
        Assert.Equal(CanonicalJson.Render(config.Root), Texts.Json(rendered));
        foreach (var path in config.Leaves().Select(leaf => leaf.Path.ToString()).Where(path => path.Length > 0))
        {
            _ = (config.Number(path), config.Boolean(path), config.Items(path), config.Integer(path));
            _ = (config.DurationNanoseconds(path), config.SizeBytes(path), config.Text(path), config.Object(path));
        }

        return true;
    }
}
