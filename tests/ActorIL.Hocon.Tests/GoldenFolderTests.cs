using ActorIL.Hocon.Rendering;
using ActorIL.Testing;

namespace ActorIL.Hocon.Tests;

/// <summary>
/// The specification's own test files, where they are at hand: in the folder "hocon" of ACTORIL_GOLDEN, or beside the
/// repository. Users without them lose nothing but these tests; the other classes hold a test of every clause.
/// </summary>
public class GoldenFolderTests
{
    [Theory]
    [InlineData("equiv01")]
    [InlineData("equiv02")]
    [InlineData("equiv04")]
    [InlineData("equiv05")]
    public void Every_file_of_an_equivalence_folder_resolves_like_its_original(string name)
    {
        var folder = Golden.PathOrSkip($"hocon/{name}");
        var expected = Json(Path.Combine(folder, "original.json"));
        var others = Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) != "original.json")
            .ToList();

        Assert.NotEmpty(others);
        Assert.All(others, path => Assert.Equal(expected, Json(path)));
    }

    [Fact]
    public void Empty_and_quoted_keys_are_found()
    {
        var config = Load("test02.conf");

        foreach (
            var (path, expected) in new[]
            {
                ("42_a", 42),
                ("42_b", 42),
                ("57_a", 57),
                ("57_b", 57),
                ("103_a", 103),
                ("\"\".\"\".\"\"", 42),
                ("a.b.c", 57),
                ("\"a.b.c\"", 103),
            }
        )
        {
            Assert.Equal(expected, Texts.Value(config.Integer(path)));
        }
    }

    [Fact]
    public void Delayed_merges_resolve()
    {
        var config = Load("test06.conf");

        Assert.Equal(2, Texts.Value(config.Integer("x")));
        Assert.Equal(10, Texts.Value(config.Integer("y.foo")));
        Assert.Equal("world", Texts.Value(config.Text("y.hello")));
    }

    [Theory]
    [InlineData("test09.conf", "")]
    [InlineData("test10.conf", "foo.")]
    [InlineData("test10.conf", "bar.nested.")]
    public void Delayed_merges_of_objects_resolve_at_the_root_and_where_they_are_included(string file, string prefix)
    {
        var config = Load(file);

        Assert.Equal(3, Texts.Value(config.Integer(prefix + "a.c")));
        Assert.Equal(5, Texts.Value(config.Integer(prefix + "b")));
        Assert.Equal(10, Texts.Value(config.Integer(prefix + "a.q")));
    }

    [Fact]
    public void A_byte_order_mark_at_the_start_of_a_file_is_skipped() =>
        Assert.Equal("bar", Texts.Value(Load("bom.conf").Text("foo")));

    [Fact]
    public void An_include_cycle_is_an_error_that_names_the_file()
    {
        var path = Golden.PathOrSkip("hocon/cycle.conf");

        Assert.Contains("cycle.conf -> ", Texts.Failure(HoconReader.Load(path, Read)).Found, StringComparison.Ordinal);
    }

    private static HoconConfig Load(string name) => Resolve(Golden.PathOrSkip($"hocon/{name}"));

    private static string Json(string path) => CanonicalJson.Render(Resolve(path).Root);

    private static HoconConfig Resolve(string path) =>
        Texts.Value(HoconReader.Load(path, Read).Bind(document => document.Resolve(_ => null)));

    private static IncludeOutcome Read(string path) =>
        !File.Exists(path)
            ? new IncludeOutcome.Missing()
            : Utf8Text
                .Decode(File.ReadAllBytes(path), path)
                .Match<IncludeOutcome>(
                    ok: text => new IncludeOutcome.Found(text),
                    failed: error => new IncludeOutcome.Unreadable(error.Found)
                );
}
