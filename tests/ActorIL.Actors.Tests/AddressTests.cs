using ActorIL.Actors.Addressing;
using ActorIL.Actors.Execution;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Tests;

public sealed class AddressTests
{
    [Fact]
    public void An_id_is_the_same_in_every_process()
    {
        Assert.Equal("0735c614e52391c9", ActorId.Root("root").ToString());
        Assert.Equal("49df1e0378aa9579", ActorId.Root("root").Child("block-0").ToString());
    }

    [Fact]
    public void An_id_follows_from_the_whole_path()
    {
        var ids = new[] { Run.Id("a"), Run.Id("b"), Run.Id("a/b"), Run.Id("b/a"), Run.Id("ab"), Run.Root };

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.DoesNotContain(ActorId.None, ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    public void A_name_that_is_no_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Run.Root.Child(name));
    }

    [Fact]
    public void A_name_that_is_no_text_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(static () => Run.Root.Child("\ud800"));
    }

    [Fact]
    public void A_name_may_have_256_bytes_and_no_more()
    {
        Assert.False(Run.Root.Child(new string('x', 256)).IsNone);
        Assert.Throws<ArgumentException>(static () => Run.Root.Child(new string('x', 257)));
    }

    [Fact]
    public void Two_paths_of_one_id_are_refused_by_name()
    {
        // Both children get the id that the outbox has computed for "a", as two paths with one hash would.
        var system = new ActorSystem(Run.Settings()) { IdOf = static (parent, _) => parent.Child("a") };
        var host = new SimulationHost(ScriptedBehavior.Of(Act.Spawn("a"), Act.Spawn("b")), system);
        var fault = host.Run().Match(static _ => null!, static _ => null!, static _ => null!, static faulted => faulted.Error);

        Assert.Equal("/root/b", fault.Where);
        Assert.Contains("which is that of /root/a", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_are_described_like_any_field()
    {
        var order = new Order("x", [Act.Tell(Run.Id("a"), "y")], new ReplyTo<Order>(Run.Id("b"), 7));
        var bytes = FieldCodec.Bytes(order);
        var read = FieldCodec.Read<Order>(bytes.AsSpan(), static _ => null).Match(static found => found, static _ => null!);

        Assert.Equal(order.ReplyTo, read.ReplyTo);
        Assert.Equal(order.Acts[0].To, read.Acts[0].To);
        Assert.Equal(FieldKind.UInt64, FieldCodec.Describe<Act>().Fields[1].Kind);
    }
}
