using ActorIL.Actors.Hosts;
using ActorIL.Core.Prelude;
using ActorIL.Environments;

namespace ActorIL.Plugins.Tests;

public class CatalogTests
{
    private static EnvironmentEntry CartPole => EnvironmentCatalog.Shipped.Find("CartPole-v1").Require();

    [Fact]
    public void A_catalog_finds_the_entries_of_every_plug_in_and_knows_whose_they_are()
    {
        var catalog = Catalog
            .Of(
                new ShippedPlugin(),
                new SmallPlugin("Company.Hosts", () => new() { Hosts = [Host("slow"), Host("quick")] })
            )
            .Require();

        Assert.Equal(["simulation", "slow", "quick"], catalog.Hosts.Select(host => host.Name));
        Assert.Equal("slow", catalog.Host("slow").Require().Name);
        Assert.Equal("Company.Hosts", catalog.PluginOf(EntryKind.Host, "quick")?.Name);
        Assert.Equal("ActorIL", catalog.PluginOf(EntryKind.Environment, "CartPole-v1")?.Name);
        Assert.Null(catalog.PluginOf(EntryKind.Host, "CartPole-v1"));
        Assert.Equal(["ActorIL", "Company.Hosts"], catalog.Plugins.Select(plugin => plugin.Identity.Name));
        Assert.Equal(CartPole, catalog.Environments.Find("CartPole-v1").Require());
    }

    [Fact]
    public void What_comes_with_the_library_is_listed_as_any_plug_in_lists_its_entries()
    {
        var catalog = Catalog.Of(new ShippedPlugin()).Require();

        Assert.Equal(EnvironmentCatalog.Shipped.Entries, catalog.Environments.Entries);
        Assert.Equal(new("ActorIL", "1.0.0", PluginContract.Version, ""), catalog.Plugins[0].Identity);
    }

    [Fact]
    public void A_mistyped_name_is_answered_with_the_nearest_one()
    {
        var error = Problem(Catalog.Of(new ShippedPlugin()).Require().Host("simluation"));

        Assert.Equal(("\"simluation\"", "\"simulation\""), (error.Found, error.Wanted));
        Assert.Equal("Did you mean \"simulation\"?", error.Remedy);
    }

    [Fact]
    public void Two_plug_ins_of_one_name_are_refused_and_both_are_named()
    {
        var error = Problem(
            Catalog.Of(
                new SmallPlugin("Maze", () => PluginEntries.None),
                new SmallPlugin("Maze", () => PluginEntries.None) { Version = "2.0" }
            )
        );

        Assert.Equal(("plug-in Maze 2.0", "a name that plug-in Maze 1.2.0 has"), (error.Where, error.Found));
    }

    [Fact]
    public void Two_entries_of_one_kind_and_name_are_refused_and_both_plug_ins_are_named()
    {
        var error = Problem(
            Catalog.Of(new ShippedPlugin(), new SmallPlugin("Mine", () => new() { Environments = [CartPole] }))
        );

        Assert.Equal(
            ("plug-in Mine", "environment 'CartPole-v1', which plug-in ActorIL has"),
            (error.Where, error.Found)
        );
    }

    [Fact]
    public void A_plug_in_that_lists_a_name_twice_is_refused()
    {
        var error = Problem(Catalog.Of(new SmallPlugin("Mine", () => new() { Hosts = [Host("a"), Host("a")] })));

        Assert.Equal(("plug-in Mine", "host 'a' twice"), (error.Where, error.Found));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a/b")]
    [InlineData("é")]
    public void A_plug_in_needs_a_plain_name(string name) =>
        Assert.Equal(
            "letters, digits, dots and hyphens",
            Problem(Catalog.Of(new SmallPlugin(name, () => PluginEntries.None))).Wanted
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_plug_in_needs_a_version(string version) =>
        Assert.Equal(
            ("plug-in Mine", $"the version '{version}'"),
            Place(Catalog.Of(new SmallPlugin("Mine", () => PluginEntries.None) { Version = version }))
        );

    [Fact]
    public void A_plug_in_whose_properties_give_nothing_is_refused()
    {
        Assert.Equal(
            "the property Name gives null",
            Problem(Catalog.Of(new SmallPlugin(null!, () => PluginEntries.None))).Found
        );
        Assert.Equal(
            "the property Entries gives null",
            Problem(Catalog.Of(new SmallPlugin("Mine", () => null!))).Found
        );
        Assert.Equal(
            "a null among its entries: host",
            Problem(Catalog.Of(new SmallPlugin("Mine", () => new() { Hosts = [null!] }))).Found
        );
        Assert.Equal(
            "a null among its entries: environment",
            Problem(Catalog.Of(new SmallPlugin("Mine", () => new() { Environments = [null!] }))).Found
        );
    }

    [Fact]
    public void A_plug_in_whose_entries_throw_is_named_with_what_it_threw()
    {
        var error = Problem(Catalog.Of(new SmallPlugin("Mine", () => throw new InvalidOperationException("no file"))));

        Assert.Equal($"plug-in {typeof(SmallPlugin).FullName}", error.Where);
        Assert.StartsWith(
            "the property Entries throws InvalidOperationException: no file",
            error.Found,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_entry_needs_a_plain_name() =>
        Assert.Equal(
            ("plug-in Mine", "host 'two words'"),
            Place(Catalog.Of(new SmallPlugin("Mine", () => new() { Hosts = [Host("two words")] })))
        );

    private static HostEntry Host(string name) =>
        new(name, "For tests.", _ => Result.Failure<IActorHost, Error>(new(name, "nothing", "a host", "None.")));

    private static (string Where, string Found) Place<T>(Result<T, Error> result) =>
        (Problem(result).Where, Problem(result).Found);

    private static Error Problem<T>(Result<T, Error> result) =>
        result.Match(value => throw new InvalidOperationException($"{value}"), error => error);
}
