using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.External.Frames;

namespace ActorIL.External.Serving;

/// <summary>Serves an environment of ours to a client in another process (PROTOCOL.md).</summary>
public static class EnvironmentServer
{
    /// <summary>Answers until the client ends.</summary>
    /// <param name="module">Which environment. The seed of an episode is the value of the key it starts from.</param>
    /// <param name="version">Of this program, for the client.</param>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What it reads; nothing else may be written there.</param>
    /// <returns>Null, or what the client wrote that is no request.</returns>
    public static Error? Serve(EnvironmentModule module, string version, Stream input, Stream output)
    {
        var reader = new FrameReader(input);
        var answers = new ServerAnswers(module, version);
        while (true)
        {
            var outcome = Read(reader);
            if (outcome == ReadOutcome.End || (outcome == ReadOutcome.Frame && reader.Kind == FrameKind.Close))
            {
                return null;
            }

            if (outcome != ReadOutcome.Frame || reader.Kind is 0 or > FrameKind.Close)
            {
                return new(
                    "standard input",
                    "bytes that are no request",
                    "frames of the protocol",
                    "This is a server: a client starts it and speaks to it over standard input and output."
                );
            }

            if (!TryWrite(output, answers.To(reader.Kind, reader.Body)))
            {
                return null;
            }
        }
    }

    private static ReadOutcome Read(FrameReader reader)
    {
        try
        {
            return reader.Read(wanted: null, Protocol.BodyLengthMax);
        }
        catch (IOException)
        {
            return ReadOutcome.End;
        }
    }

    private static bool TryWrite(Stream output, ReadOnlySpan<byte> frame)
    {
        try
        {
            output.Write(frame);
            output.Flush();
            return true;
        }
        catch (IOException)
        {
            // The client has gone, and wants no answer.
            return false;
        }
    }
}
