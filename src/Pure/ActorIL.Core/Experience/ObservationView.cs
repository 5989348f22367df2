using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Experience;

/// <summary>
/// What an agent sees of an environment: some components of the observation, its own previous action, and the last few
/// of such frames. A frame is [components, previous action]; the features are [oldest frame, …, newest frame].
/// </summary>
/// <remarks>
/// What a view remembers is a flat memory of <see cref="MemorySize"/> floats, [previous action, frames before this
/// one], all zero when an episode starts: before its first step there was no action and no frame.
/// </remarks>
/// <param name="Components">Indices of the observation, in the order wanted; empty for all of them.</param>
/// <param name="PreviousAction">Whether the action that was executed one step before is part of a frame.</param>
/// <param name="FrameCount">Frames side by side, ≥ 1.</param>
public sealed record ObservationView(EquatableArray<int> Components, bool PreviousAction, int FrameCount)
{
    /// <summary>The whole observation and nothing else.</summary>
    public static ObservationView Full { get; } = new([], PreviousAction: false, FrameCount: 1);

    /// <summary>Whether features are the observation itself, so that it need not be copied.</summary>
    public bool IsFull => Components.Count == 0 && !PreviousAction && FrameCount == 1;

    /// <summary>Floats a frame.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    public int FrameSize(int observationSize, int actionSize) =>
        (Components.Count == 0 ? observationSize : Components.Count) + (PreviousAction ? actionSize : 0);

    /// <summary>Floats the agent sees at once.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    public int FeatureCount(int observationSize, int actionSize) => FrameCount * FrameSize(observationSize, actionSize);

    /// <summary>Floats kept between two steps of an episode, ≥ 0.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    public int MemorySize(int observationSize, int actionSize) =>
        (PreviousAction ? actionSize : 0) + ((FrameCount - 1) * FrameSize(observationSize, actionSize));

    /// <summary>This view, or why observations of that size cannot be seen so.</summary>
    /// <param name="observationSize">Floats an observation, ≥ 1.</param>
    public Result<ObservationView, Error> For(int observationSize)
    {
        var beyond = Components.Where(component => component < 0 || component >= observationSize).ToImmutableArray();
        return beyond.IsEmpty
            ? Result.Success<ObservationView, Error>(this)
            : Result.Failure<ObservationView, Error>(
                new(
                    "view of the observation",
                    string.Create(CultureInfo.InvariantCulture, $"component {beyond[0]}"),
                    string.Create(CultureInfo.InvariantCulture, $"a component from 0 to {observationSize - 1}"),
                    "Choose components that the environment has; `actoril env describe` lists them."
                )
            );
    }

    /// <summary>Writes what is seen now, and remembers its frame.</summary>
    /// <param name="observation">Shape [observation size].</param>
    /// <param name="actionSize">Floats an action, ≥ 1.</param>
    /// <param name="memory">Shape [<see cref="MemorySize"/>], updated.</param>
    /// <param name="features">Written, shape [<see cref="FeatureCount"/>].</param>
    public void See(ReadOnlySpan<float> observation, int actionSize, Span<float> memory, Span<float> features)
    {
        var ownActionSize = PreviousAction ? actionSize : 0;
        var frames = memory[ownActionSize..];
        frames.CopyTo(features);
        var frame = features[frames.Length..];
        if (Components.Count == 0)
        {
            observation.CopyTo(frame);
        }
        else
        {
            for (var i = 0; i < Components.Count; i++)
            {
                frame[i] = observation[Components[i]];
            }
        }

        memory[..ownActionSize].CopyTo(frame[^ownActionSize..]);
        features[^frames.Length..].CopyTo(frames);
    }

    /// <summary>Remembers what was done.</summary>
    /// <param name="action">As executed, shape [action size].</param>
    /// <param name="memory">Shape [<see cref="MemorySize"/>], updated.</param>
    public void Remember(ReadOnlySpan<float> action, Span<float> memory)
    {
        if (PreviousAction)
        {
            action.CopyTo(memory);
        }
    }
}
