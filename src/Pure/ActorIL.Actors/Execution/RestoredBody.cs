using System.Collections.Immutable;
using ActorIL.Actors.Effects;
using ActorIL.Core.Fields;

namespace ActorIL.Actors.Execution;

/// <summary>The body of an envelope that comes from a snapshot and is no plain message.</summary>
/// <param name="TypeText">What a dead letter calls its type, as if there had been no snapshot.</param>
/// <param name="Message">The message an outcome becomes; null where it will be a dead letter.</param>
/// <param name="MessageName">The type of a message that nobody was there to read; empty for none.</param>
/// <param name="Bytes">The canonical bytes of that message.</param>
/// <param name="Blocks">The blocks it mentions.</param>
internal sealed record RestoredBody(
    string TypeText,
    object? Message,
    string MessageName,
    ImmutableArray<byte> Bytes,
    ImmutableArray<ParameterBlock> Blocks
)
{
    /// <summary>What a dead letter calls an outcome from outside.</summary>
    public const string ExternalText = nameof(ExternalOutcome);

    /// <summary>What a dead letter says about a body.</summary>
    /// <remarks>
    /// Of an outcome from outside it does not say which: a replay knows only those that were delivered.
    /// </remarks>
    public static string? TextOf(object? body) =>
        body switch
        {
            RestoredBody own => own.TypeText,
            ExternalOutcome or AwaitedResult => ExternalText,
            null => null,
            _ => body.GetType().Name,
        };

    /// <summary>Finds a block that the message mentions.</summary>
    public ParameterBlock? Find(ulong hash) => Blocks.FirstOrDefault(block => block.Hash == hash);
}
