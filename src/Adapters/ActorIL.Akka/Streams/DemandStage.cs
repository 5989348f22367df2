using Akka.Streams;
using Akka.Streams.Stage;

namespace ActorIL.Akka.Streams;

/// <summary>A source that computes an element when one is wanted, and never before.</summary>
/// <param name="begin">A new series: each call of what it returns gives the next element, or null at the end.</param>
/// <param name="credit">How many may be on their way; null where only demand counts.</param>
internal sealed class DemandStage<T>(Func<Func<T?>> begin, ChunkCredit? credit = null) : GraphStage<SourceShape<T>>
    where T : class
{
    private readonly Outlet<T> _out = new("demand.out");

    public override SourceShape<T> Shape => new(_out);

    protected override GraphStageLogic CreateLogic(Attributes inheritedAttributes) => new Logic(this, begin(), credit);

    private sealed class Logic : OutGraphStageLogic
    {
        private readonly DemandStage<T> _stage;
        private readonly Func<T?> _next;
        private readonly ChunkCredit? _credit;
        private readonly Action _wake;

        public Logic(DemandStage<T> stage, Func<T?> next, ChunkCredit? credit)
            : base(stage.Shape)
        {
            (_stage, _next, _credit) = (stage, next, credit);
            _wake = GetAsyncCallback(OnPull);
            SetHandler(stage._out, this);
        }

        public override void OnPull()
        {
            if (_credit is { } credit && !credit.TryTake(_wake))
            {
                return;
            }

            if (_next() is { } element)
            {
                Push(_stage._out, element);
            }
            else
            {
                CompleteStage();
            }
        }
    }
}
