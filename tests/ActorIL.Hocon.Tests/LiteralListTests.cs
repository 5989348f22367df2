using ActorIL.Hocon.Rendering;

namespace ActorIL.Hocon.Tests;

/// <summary>Whole small documents, valid and invalid, each under several changes of its whitespace.</summary>
public class LiteralListTests
{
    private static readonly string[] Invalid =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        "10",
        "\"foo\"",
        "\"",
        "[,]",
        "[,,]",
        "[1,2,,]",
        "[,1,2]",
        "{ , }",
        "{ , , }",
        "{ 1,2 }",
        "{ , \"foo\" : 10 }",
        "{ \"foo\" : 10 ,, }",
        " \"a\" : 10 ,, ",
        "{ \"foo\" : }",
        "{ : 10 }",
        " \"foo\" : ",
        " : 10 ",
        " \"foo\" : 10 } ",
        " \"foo\" : 10 [ ",
        "{ \"foo\" }",
        "{ \"a\" : [ }",
        "{ \"foo\" : 10, true }",
        "{ foo \n bar : 10 }",
        "[ 1, \\",
        "[:\"foo\", \"bar\"]",
        "[\"foo\" : \"bar\"]",
        "[ \"hello ]",
        "{ \"foo\" , true }",
        "{ \"foo\" : true \"bar\" : false }",
        "[ 10, }]",
        "[ 10, {]",
        "{}x",
        "[]x",
        "{}{}",
        "{}true",
        "[]{}",
        "[]true",
        "[${]",
        "[$]",
        "[$  ]",
        "[${}]",
        "[${?}]",
        "{ \"a\" : [1,2], \"b\" : y${a}z }",
        "{ \"a\" : { \"c\" : 2 }, \"b\" : y${a}z }",
        "{ \"a\" : ${a} }",
        "[ { \"a\" : 2, \"b\" : ${${a}} } ]",
        "[ = ]",
        "[ + ]",
        "[ # ]",
        "[ ` ]",
        "[ ^ ]",
        "[ ? ]",
        "[ ! ]",
        "[ @ ]",
        "[ * ]",
        "[ & ]",
        "[ \\ ]",
        "+=",
        "[ += ]",
        "+= 10",
        "10 +=",
        "[ 10e+3e ]",
        "[ \"foo\nbar\" ]",
        "[ # comment ]",
        "${ #comment }",
        "[ // comment ]",
        "${ // comment }",
        "{ include \"bar\" : 10 }",
        "{ include foo }",
        "{ include : { \"a\" : 1 } }",
        "a=",
        "a:",
        "a= ",
        "a.b=",
        "{ a= }",
        "{ a: }",
        "a : b }",
        "a : b ]",
        "a = [1 : 2]",
        "[1] = 2",
        "{ { a : 1 } : \"value\" }",
        "{ [ \"a\" ] : \"value\" }",
        "a${b}c : 1",
        "a..b : 1",
        ".a : 1",
        "a. : 1",
        "a = \"\\q\"",
        "a = \"\\u12g4\"",
        "a = \"\\u12",
        "a = \"\"\"b\"\"",
        "a = \"\t\"",
        "a = \u0022b",
        "a = 1 = 2",
        "a = {b = 1",
        "a = [1",
        "include",
        "include (\"a\")",
        "include file (\"a\")",
        "include file(a)",
        "include file(\"a\"",
        "include file(\"a\"))",
        "include required",
        "include required(\"a\"",
        "include required(required(\"a\"))",
        "include \"a\" \"b\"",
        "include ${a}",
    ];

    private static readonly string[] InvalidAsWritten =
    [
        "[${ ?foo}]",
        "[$ {foo}]",
        "a + = 1",
        "a = \" \n \"",
        "a = ${foo bar",
        "include file(\"a\") )",
    ];

    private static readonly string[] ValidJson =
    [
        "{}",
        "[]",
        "{ \"foo\" : \"bar\" }",
        "[\"foo\", \"bar\"]",
        "{ \"foo\" : 42 }",
        "{ \"foo\"\n : 42 }",
        "{ \"foo\" : \n 42 }",
        "[10, 11]",
        "[10,\"foo\"]",
        "{ \"foo\" : \"bar\", \"baz\" : \"boo\" }",
        "{ \"foo\" : { \"bar\" : \"baz\" }, \"baz\" : \"boo\" }",
        "{ \"foo\" : { \"bar\" : \"baz\", \"woo\" : \"w00t\" }, \"baz\" : \"boo\" }",
        "{ \"foo\" : [10,11,12], \"baz\" : \"boo\" }",
        "[{},{},{},{}]",
        "[[[[[[]]]]]]",
        "[[1], [1,2], [1,2,3], []]",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":42}}}}}}}}",
        "[ \"#comment\" ]",
        "[ \"//comment\" ]",
        "{ \"foo\" : { \"bar\" : \"baz\", \"w\" : [1,2] }, \"baz\" : { \"t\" : true, \"f\" : false, \"d\" : 3.14, "
            + "\"n\" : null } }",
        "[ 10e+3 ]",
        "[ -0.5E-7, 1e5, 0, -0 ]",
        "[ \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\" ]",
    ];

    private static readonly string[] ValidHocon =
    [
        "",
        " ",
        "\n",
        " \n \n   \n\n\n",
        "# foo",
        "# bar\n",
        "# foo\n//bar",
        "{ \"foo\" = 42 }",
        "{ \"foo\" = (42) }",
        "{ foo { \"bar\" : 42 } }",
        "{ foo baz { \"bar\" : 42 } }",
        " \"foo\" : 42 ",
        "{ \"foo\" : bar }",
        "{ \"foo\" : null bar 42 baz true 3.14 \"hi\" }",
        "{ foo : \"bar\" }",
        "{ foo : bar }",
        "{ foo.bar : bar }",
        "{ foo.\"hello world\".baz : bar }",
        "{ foo.bar \n : bar }",
        "{ foo  bar : bar }",
        "{ true : bar }",
        "{ \"foo\" : \"bar\", \"foo\" : \"bar2\" }",
        "[ 1, 2, 3, ]",
        "[1,2,3  , ]",
        "[1,2,3\n\n , \n]",
        "[1,]",
        "{ \"foo\" : 10, }",
        "{ \"a\" : \"b\", }",
        "{ a : b, }",
        "{ a : b  \n  , \n }",
        "a : b, c : d,",
        "{ a : b\nc : d }",
        "a : b\nc : d",
        "a : b\nc : d,",
        "[ foo ]",
        "[ t ]",
        "[ tx ]",
        "[ tr ]",
        "[ trx ]",
        "[ tru ]",
        "[ trux ]",
        "[ truex ]",
        "[ 10x ]",
        "[ / ]",
        "{ include \"foo\" }",
        "{ include\n\"foo\" }",
        "{ include\"foo\" }",
        "[ include ]",
        "{ foo : include }",
        "{ include \"foo\", \"a\" : \"b\" }",
        "{ foo include : 42 }",
        "[ ${?foo} ]",
        "[ ${?\"foo\"} ]",
        "[ ${?foo.bar} ]",
        "[ abc  xyz  ${?foo.bar}  qrs tuv ]",
        "[ 1, 2, 3, blah ]",
        "[ ${?\"foo.bar\"} ]",
        "{} # comment",
        "{} // comment",
        "{ \"foo\" #comment\n: 10 }",
        "{ \"foo\" // comment\n: 10 }",
        "{ \"foo\" : #comment\n 10 }",
        "{ \"foo\" : // comment\n 10 }",
        "{ \"foo\" : 10 #comment\n }",
        "{ \"foo\" : 10 // comment\n }",
        "[ 10, # comment\n 11]",
        "[ 10, // comment\n 11]",
        "[ 10 # comment\n, 11]",
        "[ 10 // comment\n, 11]",
        "{ /a/b/c : 10 }",
        "[${?foo.bar }]",
        "[${? foo.bar}]",
        "[${? \"foo.bar\"}]",
        "[ ${?\"foo\"\"bar\"} ]",
        "[ ${?foo  \"bar\"  baz} ]",
        "[${?true}]",
        "a = [], a += b",
        "{ a = [], a += 10 }",
        "a += b",
        "{ a += 10 }",
        "[ 10e3e3 ]",
        "[ 1-e3 ]",
        "[ 1.0.0 ]",
        "[ 1.0. ]",
        "[ .33 ]",
        "[ -foo ]",
        "[ - ]",
        "[ 007 ]",
        "10+=5",
    ];

    private static readonly Func<string, string>[] Variations =
    [
        text => text,
        text => " " + text,
        text => text + " ",
        text => " " + text + " ",
        text => text.Replace(" ", "", StringComparison.Ordinal),
        text => text.Replace(":", " : ", StringComparison.Ordinal),
        text => text.Replace(",", " , ", StringComparison.Ordinal),
        text => text.Replace(' ', '\u2003'),
        text => text.Replace(' ', '\u00a0'),
        text => "\uFEFF" + text,
    ];

    [Fact]
    public void Invalid_documents_are_errors_under_every_change_of_whitespace()
    {
        var accepted = InvalidAsWritten.Concat(Varied(Invalid)).Where(IsAccepted).ToList();

        Assert.Empty(accepted);
    }

    [Fact]
    public void Valid_documents_resolve_under_every_change_of_whitespace()
    {
        var rejected = Varied(ValidJson.Concat(ValidHocon)).Where(text => !IsAccepted(text)).ToList();

        Assert.Empty(rejected);
    }

    [Fact]
    public void Valid_documents_read_back_from_their_readable_rendering()
    {
        foreach (var text in Varied(ValidJson.Concat(ValidHocon)))
        {
            var rendered = ReadableHocon.Render(Texts.Resolved(text).Root, new RenderOptions());

            Assert.Equal(Texts.Json(text), Texts.Json(rendered));
        }
    }

    [Fact]
    public void Valid_json_means_what_a_json_parser_says_it_means()
    {
        foreach (var text in Varied(ValidJson).Where(text => !text.Any(character => character > '\u007f')))
        {
            using var expected = System.Text.Json.JsonDocument.Parse(text);
            using var actual = System.Text.Json.JsonDocument.Parse(Texts.Json(text));

            Assert.True(
                System.Text.Json.JsonElement.DeepEquals(expected.RootElement, actual.RootElement),
                $"{text} became {Texts.Json(text)}"
            );
        }
    }

    private static IEnumerable<string> Varied(IEnumerable<string> texts) =>
        texts.SelectMany(text => Variations.Select(variation => variation(text)));

    private static bool IsAccepted(string text) => Texts.Attempt(text).Match(ok: _ => true, failed: _ => false);
}
