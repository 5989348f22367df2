namespace ActorIL.Hocon.Tests;

public class IncludeTests
{
    [Theory]
    [InlineData("include \"b.conf\"")]
    [InlineData("include\"b.conf\"")]
    [InlineData("include\n\n  \"b.conf\"")]
    [InlineData("include # why\n \"b.conf\"")]
    [InlineData("{ include \"b.conf\" }")]
    [InlineData("include file(\"b.conf\")")]
    [InlineData("include file(  \n  \"b.conf\"  \n  )")]
    [InlineData("include required(\"b.conf\")")]
    [InlineData("include required( \"b.conf\" )")]
    [InlineData("include required(file(\"b.conf\"))")]
    [InlineData("include required( file( \"b.conf\" ) )")]
    [InlineData("include required(file(\"b.conf\") )")]
    [InlineData("include \"b\"")]
    [InlineData("include required(\"b\")")]
    [InlineData("include \"b.conf\", ")]
    [InlineData("include \"./x/../b.conf\"")]
    public void Every_form_of_the_statement_includes_the_file(string text) =>
        Assert.Equal("{\"b\":1}", Texts.Json(text, ("b.conf", "b = 1")));

    [Theory]
    [InlineData("{ foo : include }", "{\"foo\":\"include\"}")]
    [InlineData("[ include ]", "[\"include\"]")]
    [InlineData("{ \"include\" : 1 }", "{\"include\":1}")]
    [InlineData("{ foo include : 1 }", "{\"foo include\":1}")]
    [InlineData("{ includes = 1 }", "{\"includes\":1}")]
    public void The_word_is_special_only_at_the_start_of_a_key(string text, string json) =>
        Assert.Equal(json, Texts.Json(text));

    [Theory]
    [InlineData("include b.conf")]
    [InlineData("include ${x}")]
    [InlineData("include = 1")]
    [InlineData("include { a = 1 }")]
    [InlineData("include [\"b.conf\"]")]
    [InlineData("include \"b\" \".conf\"")]
    [InlineData("include \"b.conf\" = 1")]
    [InlineData("include file (\"b.conf\")")]
    [InlineData("include file(b.conf)")]
    [InlineData("include file(:b.conf)")]
    [InlineData("include file(\"b.conf\" something")]
    [InlineData("include required(file(\"b.conf\")")]
    [InlineData("include file(required(\"b.conf\"))")]
    [InlineData("include other(\"b.conf\")")]
    public void Anything_else_after_the_word_is_an_error(string text) => Texts.Error(text, ("b.conf", "b = 1"));

    [Fact]
    public void Included_fields_override_what_stands_before_and_are_overridden_by_what_follows()
    {
        const string text = "a = 1, b = 1, o { x = 1 }\ninclude \"f.conf\"\nb = 3, o { y = 3 }";

        Assert.Equal(
            "{\"a\":2,\"b\":3,\"o\":{\"x\":2,\"y\":3,\"z\":2}}",
            Texts.Json(text, ("f.conf", "a = 2, b = 2, o { x = 2, y = 2, z = 2 }"))
        );
    }

    [Fact]
    public void Names_are_relative_to_the_file_that_includes_them() =>
        Assert.Equal(
            "{\"base\":1,\"sub\":2,\"up\":3}",
            Rendering.CanonicalJson.Render(
                Texts
                    .Value(
                        HoconReader
                            .Load(
                                "conf/main.conf",
                                Texts.Files(
                                    ("conf/main.conf", "base = 1\ninclude \"sub/a.conf\""),
                                    ("conf/sub/a.conf", "sub = 2\ninclude file(\"../b.conf\")\ninclude \"b.conf\""),
                                    ("conf/b.conf", "up = 3")
                                )
                            )
                            .Bind(document => document.Resolve(_ => null))
                    )
                    .Root
            )
        );

    [Theory]
    [InlineData("main.conf", "a.conf", "a.conf")]
    [InlineData("x/main.conf", "a.conf", "x/a.conf")]
    [InlineData("x/main.conf", "../a.conf", "a.conf")]
    [InlineData("x/main.conf", "../../a.conf", "../a.conf")]
    [InlineData("/x/main.conf", "y/./a.conf", "/x/y/a.conf")]
    [InlineData("/x/main.conf", "../../a.conf", "/a.conf")]
    [InlineData("/x/main.conf", "/y/a.conf", "/y/a.conf")]
    [InlineData("C:\\x\\main.conf", "y/a.conf", "C:/x/y/a.conf")]
    [InlineData("/x/main.conf", "C:\\y\\a.conf", "C:/y/a.conf")]
    [InlineData("../main.conf", "a.conf", "../a.conf")]
    public void Paths_combine_as_text(string including, string name, string path) =>
        Assert.Equal(path, IncludePath.Combine(including, name));

    [Fact]
    public void A_missing_file_is_ignored() =>
        Assert.Equal("{\"a\":1}", Texts.Json("include \"no.conf\"\ninclude \"no\"\ninclude file(\"no.json\")\na = 1"));

    [Fact]
    public void A_missing_required_file_is_an_error_that_names_it()
    {
        var error = Texts.Error("a = 1\ninclude required(\"no\")");

        Assert.Equal(2, error.Origin.Line);
        Assert.Contains("\"no\"", error.Found, StringComparison.Ordinal);
        Assert.Contains("no.conf", error.Wanted, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_include_inside_a_required_file_is_ignored() =>
        Assert.Equal("{\"b\":1}", Texts.Json("include required(\"b\")", ("b.conf", "include \"no\"\nb = 1")));

    [Fact]
    public void A_base_name_stands_for_json_then_conf() =>
        Assert.Equal(
            "{\"a\":\"conf\",\"c\":1,\"j\":1}",
            Texts.Json("include \"b\"", ("b.json", "{\"a\" : \"json\", \"j\" : 1}"), ("b.conf", "a = conf, c = 1"))
        );

    [Fact]
    public void A_name_with_an_unknown_extension_is_tried_as_it_is_and_as_a_base_name()
    {
        Assert.Equal("{\"a\":1}", Texts.Json("include \"b.hocon\"", ("b.hocon", "a = 1")));
        Assert.Equal("{\"a\":1}", Texts.Json("include \"b.v2\"", ("b.v2.conf", "a = 1")));
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("\n [ {a = 1} ]")]
    public void An_included_file_must_hold_an_object(string included)
    {
        var error = Texts.Error("include \"b.conf\"", ("b.conf", included));

        Assert.Equal("b.conf", error.Origin.Source);
        Assert.Contains("main.conf:1:9", error.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("include url(\"http://localhost/b.conf\")")]
    [InlineData("include required(url(\"http://localhost/b.conf\"))")]
    [InlineData("include \"https://localhost/b.conf\"")]
    [InlineData("include \"file:///b.conf\"")]
    [InlineData("include classpath(\"b.conf\")")]
    [InlineData("include required( classpath( \"b.conf\" ) )")]
    public void Urls_and_class_paths_are_declared_out_clearly(string text)
    {
        var error = Texts.Error(text, ("b.conf", "b = 1"));

        Assert.Contains("neither URLs nor class paths", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("include \"b.properties\"")]
    [InlineData("include \"b\"")]
    public void Properties_files_are_declared_out_clearly_unless_they_are_missing(string text)
    {
        var error = Texts.Error(text, ("b.properties", "a.b=1"));

        Assert.Contains("Java properties", error.Found, StringComparison.Ordinal);
        Assert.Equal("{}", Texts.Json(text));
    }

    [Fact]
    public void An_unreadable_file_is_never_ignored()
    {
        var result = HoconReader.Parse("include \"b.conf\"", "m.conf", _ => new IncludeOutcome.Unreadable("a folder"));

        Assert.Contains("a folder", Texts.Failure(result).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_includes_itself_is_an_error_that_names_the_chain()
    {
        var error = Texts.Error(
            "include \"a.conf\"",
            ("a.conf", "x = 1\ninclude \"b\""),
            ("b.conf", "include \"./a.conf\"")
        );

        Assert.Equal("files that include each other: main.conf -> a.conf -> b.conf -> a.conf", error.Found);
        Assert.Equal(
            "files that include each other: main.conf -> main.conf",
            Texts.Error("include \"main.conf\"", ("main.conf", "include \"main.conf\"")).Found
        );
    }

    [Fact]
    public void The_same_file_may_be_included_twice_side_by_side() =>
        Assert.Equal(
            "{\"p\":{\"x\":1,\"y\":1},\"q\":{\"x\":2,\"y\":2}}",
            Texts.Json("p { include \"f\" }, q { include \"f\", x = 2 }", ("f.conf", "x = 1, y = ${x}"))
        );

    [Theory]
    [InlineData("a { include \"f\" }", "x = 10, y = ${x}", "a.y", "10")]
    [InlineData("a { include \"f\" }, a { x = 42 }", "x = 10, y = ${x}", "a.y", "42")]
    [InlineData("a { include \"f\" }, x = 5", "x = 10, y = ${x}", "a.y", "10")]
    [InlineData("a { include \"f\" }, x = 5", "y = ${x}", "a.y", "5")]
    [InlineData("a { x = 7, include \"f\" }, x = 5", "y = ${x}", "a.y", "7")]
    [InlineData("a.b.c { include \"f\" }, x = 5", "y = ${x}", "a.b.c.y", "5")]
    [InlineData("a { include \"f\" }, x.z = 5", "x.z = 6, y = ${x.z}", "a.y", "6")]
    [InlineData("a { include \"f\" }", "y = ${?x}, z = 1", "a", "{\"z\":1}")]
    [InlineData("a { l = [1], include \"f\" }", "l += 2", "a.l", "[1,2]")]
    [InlineData("l = [0], a { include \"f\" }", "l += 2", "a.l", "[2]")]
    [InlineData("include \"f\", x = 5", "y = ${x}", "y", "5")]
    public void Substitutions_of_an_included_file_look_there_first_and_then_at_the_root(
        string text,
        string included,
        string path,
        string json
    )
    {
        var config = Texts.Resolved(text, ("f.conf", included));

        Assert.Equal(json, Rendering.CanonicalJson.Render(Texts.Value(config.Find(path))));
    }

    [Fact]
    public void Nested_includes_are_looked_up_at_their_full_path_and_at_the_root()
    {
        var config = Texts.Resolved(
            "p { include \"f\" }, root = 1",
            ("f.conf", "q { include \"g\" }"),
            ("g.conf", "near = 2, a = ${near}, b = ${root}")
        );

        Assert.Equal(2, Texts.Value(config.Integer("p.q.a")));
        Assert.Equal(1, Texts.Value(config.Integer("p.q.b")));
    }

    [Fact]
    public void A_file_included_inside_an_array_may_not_hold_substitutions()
    {
        const string text = "a = [{ include \"f\" }]";

        Assert.Equal("{\"a\":[{\"x\":1,\"y\":[2]}]}", Texts.Json(text, ("f.conf", "x = 1, y += 2")));
        Assert.Equal("f.conf", Texts.Error(text, ("f.conf", "y = ${x}")).Origin.Source);
    }

    [Fact]
    public void The_environment_is_asked_for_the_path_as_written() =>
        Assert.Equal(
            "here",
            Texts.Value(
                Texts
                    .Resolved(Texts.Parsed("a { include \"f\" }", ("f.conf", "y = ${HOME}")), ("HOME", "here"))
                    .Text("a.y")
            )
        );

    [Fact]
    public void Errors_in_included_files_name_them_with_line_and_column()
    {
        var error = Texts.Error("include \"sub/b\"", ("sub/b.conf", "a = 1\nb = = 2"));

        Assert.Equal("sub/b.conf:2:5", error.Origin.ToString());
    }

    [Fact]
    public void All_sources_are_listed() =>
        Assert.Equal(
            ["main.conf", "a.conf", "b.json"],
            Texts.Resolved("include \"a\"\ninclude \"b\"", ("a.conf", "x = 1"), ("b.json", "{}")).Sources
        );
}
