using ActorIL.Actors.Pipelines;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Training.Pipelines;

/// <summary>
/// A stage between two parts of a pipeline, whatever its state is. It is part of the pure chain inside an actor, which
/// keeps its state, so that a run with it is checkpointed, restored and computed again as any other.
/// </summary>
/// <typeparam name="T">What goes by: rollouts as they were collected, or labelled batches.</typeparam>
public abstract record PipelineStage<T>
{
    private PipelineStage(string name, string summary) => (Name, Summary) = (name, summary);

    /// <summary>One word, lower case: what <c>pipelines</c> lists it by.</summary>
    public string Name { get; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; }

    /// <summary>The state before the first input.</summary>
    public abstract StageState Init();

    /// <summary>What one input gives.</summary>
    /// <param name="state">Of this stage.</param>
    /// <param name="item">The input.</param>
    /// <exception cref="InvalidOperationException">
    /// It gave none or several outputs, or its state cannot be read back; the message names the stage.
    /// </exception>
    public abstract (StageState State, T Output) Step(StageState state, T item);

    internal sealed record Typed<TState>(string Word, string About, ITransducer<TState, T, T> Transducer)
        : PipelineStage<T>(Word, About)
        where TState : IFields<TState>
    {
        public override StageState Init() => new(Name, FieldCodec.Bytes(Transducer.Init()));

        public override (StageState State, T Output) Step(StageState state, T item)
        {
            var before = FieldCodec
                .Read<TState>(state.Bytes.AsSpan(), static _ => null)
                .Match(
                    read => read,
                    error => throw new InvalidOperationException($"The state of stage {Name}: {error}")
                );
            var (after, outputs) = Transducer.Step(before, item);
            return outputs is [var output]
                ? (new(Name, FieldCodec.Bytes(after)), output)
                : throw new InvalidOperationException(
                    $"Stage {Name} made {outputs.Length} of one input; wanted one, as whoever asked waits for one."
                );
        }
    }
}

/// <summary>Makes stages of pipelines.</summary>
public static class PipelineStage
{
    /// <summary>A stage that changes what goes by and keeps a state.</summary>
    /// <param name="name">One word, lower case: what <c>pipelines</c> lists it by.</param>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="transducer">
    /// Pure; one output for each input, of the same sizes. Its state is kept as bytes, so it must hold no parameter
    /// blocks.
    /// </param>
    public static PipelineStage<T> Of<TState, T>(string name, string summary, ITransducer<TState, T, T> transducer)
        where TState : IFields<TState> => new PipelineStage<T>.Typed<TState>(name, summary, transducer);

    /// <summary>A stage that needs no state.</summary>
    /// <param name="name">One word, lower case: what <c>pipelines</c> lists it by.</param>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="map">Pure; what it gives has the same sizes.</param>
    public static PipelineStage<T> Of<T>(string name, string summary, Func<T, T> map) =>
        Of(name, summary, Transducers.Map(map));
}
