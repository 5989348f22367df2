using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Tests;

public class RenderingTests
{
    [Fact]
    public void Canonical_json_sorts_keys_ordinally_and_has_no_whitespace() =>
        Assert.Equal(
            "{\"B\":[1,{\"y\":1,\"z\":2}],\"a\":null,\"a.b\":true,\"é\":\"x\"}",
            Texts.Json("é = x, \"a.b\" = true, a = null, B = [1, { z = 2, y = 1 }]")
        );

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("0.000", "0")]
    [InlineData("-0.0e5", "-0")]
    [InlineData("100", "100")]
    [InlineData("1e2", "100")]
    [InlineData("100.0", "100")]
    [InlineData("0.1e3", "100")]
    [InlineData("10000e-2", "100")]
    [InlineData("3.140", "3.14")]
    [InlineData("0.00100", "0.001")]
    [InlineData("3e-4", "0.0003")]
    [InlineData("0.0003", "0.0003")]
    [InlineData("1e-7", "0.0000001")]
    [InlineData("1e-8", "1e-8")]
    [InlineData("-12.5e-10", "-1.25e-9")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e21")]
    [InlineData("123456789012345678901234567890", "1.2345678901234567890123456789e29")]
    [InlineData("1E+0000000000000000000000005", "100000")]
    public void Canonical_numbers_are_equal_exactly_if_their_values_are(string text, string canonical) =>
        Assert.Equal($"[{canonical}]", Texts.Json($"[{text}]"));

    [Fact]
    public void Numbers_beyond_any_exponent_still_render_as_json() =>
        Assert.Equal("[1e99999999999999999999]", Texts.Json("[1e99999999999999999999]"));

    [Fact]
    public void Canonical_texts_escape_only_what_they_must() =>
        Assert.Equal(
            "[\"\\\"\\\\/\\n\\r\\t\\u0008\\u0001\\u007f é😀 \\ud83d\"]",
            Texts.Json("[\"\\\"\\\\\\/\\n\\r\\t\\b\\u0001\\u007f é😀 \\ud83d\"]")
        );

    [Fact]
    public void Readable_hocon_has_one_key_a_line_in_the_order_of_the_files() =>
        Assert.Equal(
            """
            seed = 1
            ppo {
              rate = 3e-4
              "odd key" = "x y"
              sizes = [64, 64]
              empty {}
              none = []
              stages = [
                {
                  name = "bc"
                }
                {}
              ]
            }

            """,
            ReadableHocon.Render(
                Texts
                    .Resolved(
                        "seed = 1, ppo { rate = 3e-4, odd key = x y, sizes = [64, 64], empty {}, none = []\n"
                            + "stages = [{ name = bc }, {}] }"
                    )
                    .Root,
                new RenderOptions()
            )
        );

    [Fact]
    public void Readable_hocon_can_say_where_each_value_was_written()
    {
        var config = Texts.ResolvedIn("a = 1\nb { c = ${X} }", ("X", "y"));

        Assert.Equal(
            "a = 1 # main.conf:1:5\nb {\n  c = \"y\" # environment variable X\n}\n",
            ReadableHocon.Render(config.Root, new RenderOptions(ShowsOrigins: true))
        );
    }

    [Theory]
    [InlineData("\"include\" { \"\" = 2 }, -1 = 3, 1.5 = 4")]
    [InlineData("[[], {}, [[1, [2]], {a = [{b = 1}]}], null, \"\\u0000\\ud800\"]")]
    [InlineData(
        "\"a\\nb\" = \"\"\"c\n\"d\\\"\"\", long = "
            + "[aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb, ccccccccccccccccccc]"
    )]
    public void Readable_hocon_reads_back_to_the_same_tree(string text)
    {
        foreach (var options in new[] { new RenderOptions(), new RenderOptions(ShowsOrigins: true) })
        {
            var rendered = ReadableHocon.Render(Texts.Resolved(text).Root, options);

            Assert.Equal(Texts.Json(text), Texts.Json(rendered));
        }
    }
}
