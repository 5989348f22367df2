using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Training.Pipelines;

/// <summary>
/// A stage between two parts of a pipeline, whatever its state is. It is part of the pure chain inside an actor, which
/// keeps its state, so that a run with it is checkpointed, restored and computed again as any other.
/// </summary>
/// <typeparam name="T">What goes by: rollouts as they were collected, or labelled batches.</typeparam>
public sealed record PipelineStage<T>
{
    private readonly Machine _machine;

    private PipelineStage(string name, string summary, Machine machine) =>
        (Name, Summary, _machine) = (name, summary, machine);

    /// <summary>One word, lower case: what <c>pipelines</c> lists it by.</summary>
    public string Name { get; }

    /// <summary>One sentence for lists.</summary>
    public string Summary { get; }

    internal static PipelineStage<T> Of<TState>(string name, string summary, ITransducer<TState, T, T> transducer)
        where TState : IFields<TState> => new(name, summary, new Machine<TState>(transducer));

    /// <summary>The state before the first input.</summary>
    public StageState Init() => new(Name, _machine.Init());

    /// <summary>What one input gives.</summary>
    /// <param name="state">Of this stage.</param>
    /// <param name="item">The input.</param>
    /// <exception cref="InvalidOperationException">
    /// It gave none or several outputs, or its state cannot be read back; the message names the stage.
    /// </exception>
    public (StageState State, T Output) Step(StageState state, T item)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (after, outputs) = _machine.Step(Name, state.Bytes, item);
        return outputs is [var output]
            ? (new(Name, after), output)
            : throw new InvalidOperationException(
                $"Stage {Name} made {outputs.Length} of one input; wanted one, as whoever asked waits for one."
            );
    }

    private abstract record Machine
    {
        public abstract ImmutableArray<byte> Init();

        public abstract (ImmutableArray<byte> State, ImmutableArray<T> Outputs) Step(
            string name,
            ImmutableArray<byte> state,
            T item
        );
    }

    private sealed record Machine<TState>(ITransducer<TState, T, T> Transducer) : Machine
        where TState : IFields<TState>
    {
        public override ImmutableArray<byte> Init() => FieldCodec.Bytes(Transducer.Init());

        public override (ImmutableArray<byte> State, ImmutableArray<T> Outputs) Step(
            string name,
            ImmutableArray<byte> state,
            T item
        )
        {
            var before = FieldCodec
                .Read<TState>(state.AsSpan(), static _ => null)
                .Match(
                    read => read,
                    error => throw new InvalidOperationException($"The state of stage {name}: {error}")
                );
            var (after, outputs) = Transducer.Step(before, item);
            return (FieldCodec.Bytes(after), outputs);
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
        where TState : IFields<TState> => PipelineStage<T>.Of(name, summary, transducer);

    /// <summary>A stage that needs no state.</summary>
    /// <param name="name">One word, lower case: what <c>pipelines</c> lists it by.</param>
    /// <param name="summary">One sentence for lists.</param>
    /// <param name="map">Pure; what it gives has the same sizes.</param>
    public static PipelineStage<T> Of<T>(string name, string summary, Func<T, T> map) =>
        Of(name, summary, Transducers.Map(map));
}
