using ActorIL.Core.Spaces;

namespace ActorIL.External.Frames;

/// <summary>The body of a welcome.</summary>
internal static class WelcomeCodec
{
    public static void Write(FrameWriter writer, ExternalWelcome welcome)
    {
        writer.Begin(FrameKind.Welcome).Put(welcome.ProtocolVersion);
        writer.Put(welcome.CanSnapshot ? (int)Protocol.CanSnapshot : 0).Put(welcome.InstanceCountMax);
        SpaceCodec.Write(writer, welcome.Observations);
        SpaceCodec.Write(writer, welcome.Actions);
        writer.PutText(welcome.EnvironmentId).PutText(welcome.EnvironmentVersion);
    }

    /// <summary>The version alone, which comes first in every version of the protocol.</summary>
    public static int? Version(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        var version = reader.Int();
        return reader.IsWhole ? version : null;
    }

    /// <summary>What the bytes say; null where they say nothing.</summary>
    public static ExternalWelcome? Read(ReadOnlySpan<byte> body)
    {
        var reader = new BodyReader(body);
        var (version, flags, instanceCountMax) = (reader.Int(), (uint)reader.Int(), reader.Int());
        if (SpaceCodec.Read(ref reader) is not { } observations || SpaceCodec.Read(ref reader) is not { } actions)
        {
            return null;
        }

        var (id, programVersion) = (reader.Text(), reader.Text());
        var canSnapshot = (flags & Protocol.CanSnapshot) != 0;
        return reader.IsDone && instanceCountMax >= 0
            ? new(id, programVersion, observations, actions, canSnapshot, Bound(instanceCountMax), version)
            : null;
    }

    /// <summary>Whether actions travel as whole numbers.</summary>
    public static bool IsWhole(Space actions) => actions.Match(_ => true, _ => false, _ => false);

    private static int Bound(int instanceCountMax) =>
        instanceCountMax == 0 ? Protocol.InstanceCountMax : Math.Min(instanceCountMax, Protocol.InstanceCountMax);
}
