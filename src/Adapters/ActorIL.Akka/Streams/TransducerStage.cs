using System.Collections.Immutable;
using ActorIL.Actors.Pipelines;
using ActorIL.Core.Fields;
using Akka.Streams;
using Akka.Streams.Stage;

namespace ActorIL.Akka.Streams;

/// <summary>
/// One of our transducers as a stage of a stream: Init before the first input, Step at each, Complete after the last.
/// It asks for an input when an output is wanted, and for no other.
/// </summary>
/// <param name="transducer">
/// A pure machine; its state lives in the running stream, so a stage may run many times.
/// </param>
public sealed class TransducerStage<TState, TIn, TOut>(ITransducer<TState, TIn, TOut> transducer)
    : GraphStage<FlowShape<TIn, TOut>>
    where TState : IFields<TState>
{
    private readonly Inlet<TIn> _in = new("transducer.in");
    private readonly Outlet<TOut> _out = new("transducer.out");

    /// <inheritdoc/>
    public override FlowShape<TIn, TOut> Shape => new(_in, _out);

    /// <inheritdoc/>
    protected override GraphStageLogic CreateLogic(Attributes inheritedAttributes) => new Logic(this, transducer);

    private sealed class Logic : InAndOutGraphStageLogic
    {
        private readonly TransducerStage<TState, TIn, TOut> _stage;
        private readonly ITransducer<TState, TIn, TOut> _transducer;
        private TState _state = default!;

        public Logic(TransducerStage<TState, TIn, TOut> stage, ITransducer<TState, TIn, TOut> transducer)
            : base(stage.Shape)
        {
            (_stage, _transducer) = (stage, transducer);
            SetHandlers(stage._in, stage._out, this);
        }

        public override void PreStart() => _state = _transducer.Init();

        public override void OnPull() => Pull(_stage._in);

        public override void OnPush()
        {
            var (state, outputs) = _transducer.Step(_state, Grab(_stage._in));
            _state = state;
            if (outputs.IsEmpty)
            {
                Pull(_stage._in);
            }
            else
            {
                EmitAll(outputs);
            }
        }

        public override void OnUpstreamFinish()
        {
            var last = _transducer.Complete(_state);
            if (last.IsEmpty)
            {
                CompleteStage();
            }
            else
            {
                EmitMultiple(_stage._out, last, CompleteStage);
            }
        }

        private void EmitAll(ImmutableArray<TOut> outputs)
        {
            if (outputs.Length == 1)
            {
                Push(_stage._out, outputs[0]);
            }
            else
            {
                EmitMultiple(_stage._out, outputs);
            }
        }
    }
}
