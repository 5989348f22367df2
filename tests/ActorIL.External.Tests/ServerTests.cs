using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.ClassicControl;
using ActorIL.External.Frames;
using ActorIL.External.Serving;

namespace ActorIL.External.Tests;

/// <summary>Our side as a server, asked over streams in memory.</summary>
public class ServerTests
{
    [Fact]
    public void Every_shipped_environment_says_what_it_is()
    {
        foreach (var entry in EnvironmentCatalog.Shipped.Entries)
        {
            var (reader, _) = Ask(entry.Id, writer => writer.Begin(FrameKind.Hello).Put(Protocol.Version));
            var welcome = WelcomeCodec.Read(Next(reader))!;
            Assert.Equal((entry.Id, "0.1.0"), (welcome.EnvironmentId, welcome.EnvironmentVersion));
            Assert.Equal(entry.Module.Observations, welcome.Observations);
            Assert.Equal(entry.Module.Actions, welcome.Actions);
        }
    }

    [Fact]
    public void A_served_episode_is_that_of_the_key_its_seed_is()
    {
        var (reader, _) = Ask(
            "CartPole-v1",
            writer => writer.Begin(FrameKind.Open).Put(2),
            writer => writer.Begin(FrameKind.Reset).Put(1).Put(1).Put<ulong>([42]),
            writer => writer.Begin(FrameKind.Step).Put(1).Put(1).Put(1)
        );
        Next(reader);
        var state = CartPole.Reset(new(), new RngKey(42));
        Assert.Equal(Seen(state), Numbers(Next(reader)));
        var body = new BodyReader(Next(reader));
        var (reward, seen) = (new double[1], new float[4]);
        body.Numbers<double>(reward);
        body.Numbers<float>(seen);
        Assert.Equal(Seen(CartPole.Step(new(), state, new([1f]), default).State), seen);
        Assert.Equal((1.0, 1), (reward[0], body.Bytes(1).Length));
        Assert.True(body.IsDone);
    }

    [Theory]
    [InlineData(2, "instance 5 of 2")]
    [InlineData(0, "instance 0: action 7 of Discrete(2)")]
    public void A_request_that_makes_no_sense_is_answered_in_words(int mistake, string words)
    {
        var (reader, error) = Ask(
            "CartPole-v1",
            writer => writer.Begin(FrameKind.Open).Put(2),
            writer => writer.Begin(FrameKind.Reset).Put(1).Put(0).Put<ulong>([42]),
            writer => writer.Begin(FrameKind.Step).Put(1).Put(mistake == 2 ? 5 : 0).Put(7),
            writer => writer.Begin(FrameKind.Step).Put(1).Put(0).Put(1)
        );
        Next(reader);
        Next(reader);
        var text = System.Text.Encoding.UTF8.GetString(Next(reader));
        Assert.Equal(FrameKind.Failed, reader.Kind);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Next(reader);
        Assert.Equal(FrameKind.Stepped, reader.Kind);
        Assert.Null(error);
    }

    [Fact]
    public void A_snapshot_that_is_none_is_refused()
    {
        var (reader, _) = Ask(
            "Pendulum-v1",
            writer => writer.Begin(FrameKind.Open).Put(1),
            writer => writer.Begin(FrameKind.Restore).Put(1).Put(0).Put(3).Put<byte>([1, 2, 3])
        );
        Next(reader);
        Next(reader);
        Assert.Equal(FrameKind.Failed, reader.Kind);
    }

    [Fact]
    public void Bytes_that_are_no_request_end_the_server_with_an_error()
    {
        using var input = new MemoryStream("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        using var output = new MemoryStream();
        var module = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Module;
        Assert.Contains(
            "no request",
            EnvironmentServer.Serve(module, "", input, output)!.Found,
            StringComparison.Ordinal
        );
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void No_bytes_whatever_break_the_reading_of_a_welcome() =>
        Law.Holds((byte[] bytes) => WelcomeCodec.Read(bytes) is null or { Observations.Size: > 0 });

    [Fact]
    public void A_welcome_that_is_cut_or_longer_is_none()
    {
        var writer = new FrameWriter();
        var module = EnvironmentCatalog.Shipped.Find("CartPole-v1").Require().Module;
        WelcomeCodec.Write(writer, new("id", "1", module.Observations, module.Actions, true, 7, Protocol.Version));
        var body = writer.Written[Protocol.HeaderLength..].ToArray();
        Assert.Equal(7, WelcomeCodec.Read(body)!.InstanceCountMax);
        Assert.Null(WelcomeCodec.Read([.. body, 0]));
        for (var length = 0; length < body.Length; length++)
        {
            Assert.Null(WelcomeCodec.Read(body.AsSpan(0, length)));
        }
    }

    private static (FrameReader Answers, Error? Error) Ask(
        string name,
        params Func<FrameWriter, FrameWriter>[] requests
    )
    {
        using var input = new MemoryStream();
        foreach (var request in requests)
        {
            input.Write(request(new()).Written);
        }

        input.Position = 0;
        var output = new MemoryStream();
        var module = EnvironmentCatalog.Shipped.Find(name).Require().Module;
        var error = EnvironmentServer.Serve(module, "0.1.0", input, output);
        output.Position = 0;
        return (new(output), error);
    }

    private static byte[] Next(FrameReader reader)
    {
        Assert.Equal(ReadOutcome.Frame, reader.Read(wanted: null, 1 << 20));
        return reader.Body.ToArray();
    }

    private static float[] Seen(CartPoleState state)
    {
        var seen = new float[4];
        CartPole.Observe(new(), state, seen);
        return seen;
    }

    private static float[] Numbers(byte[] body)
    {
        var numbers = new float[body.Length / 4];
        new BodyReader(body).Numbers<float>(numbers);
        return numbers;
    }
}
