using ActorIL.Algorithms.Ppo;
using Akka.Streams;
using Akka.Streams.Stage;

namespace ActorIL.Akka.Streams;

/// <summary>
/// Gradient steps as a stage: a minibatch in, and after the last of a rollout the next state out. It asks for a
/// minibatch only when a state is wanted, so that the next rollout is valued by the state that comes before it.
/// </summary>
/// <param name="learnt">Told each state before it goes out.</param>
internal sealed class PpoUpdateStage(Action<PpoState> learnt) : GraphStage<FlowShape<PpoMinibatchRows, PpoState>>
{
    private readonly Inlet<PpoMinibatchRows> _in = new("update.in");
    private readonly Outlet<PpoState> _out = new("update.out");

    public override FlowShape<PpoMinibatchRows, PpoState> Shape => new(_in, _out);

    protected override GraphStageLogic CreateLogic(Attributes inheritedAttributes) => new Logic(this, learnt);

    private sealed class Logic : InAndOutGraphStageLogic
    {
        private readonly PpoUpdateStage _stage;
        private readonly Action<PpoState> _learnt;
        private PpoLearning? _learning;
        private PpoPrepared? _prepared;

        public Logic(PpoUpdateStage stage, Action<PpoState> learnt)
            : base(stage.Shape)
        {
            (_stage, _learnt) = (stage, learnt);
            SetHandlers(stage._in, stage._out, this);
        }

        public override void OnPull() => Pull(_stage._in);

        public override void OnPush()
        {
            var minibatch = Grab(_stage._in);
            _prepared ??= minibatch.Prepared;
            _learning ??= new(_prepared);
            _learning.Learn(minibatch);
            if (!minibatch.EndsUpdate)
            {
                Pull(_stage._in);
                return;
            }

            var (state, _) = _learning.End();
            Release();
            _learnt(state);
            Push(_stage._out, state);
        }

        public override void PostStop() => Release();

        private void Release()
        {
            _learning?.Dispose();
            _prepared?.Dispose();
            (_learning, _prepared) = (null, null);
        }
    }
}
