using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;

namespace ActorIL.Plugins.Tests.Strategies;

/// <summary>The expert drives and labels every n-th step, from an offset on: a plug-in's query strategy.</summary>
internal sealed record HesitantStrategy(int Interval, int Offset) : IQueryStrategy
{
    public string Name => "hesitant";

    public QueryDecision Decide(in QuerySituation situation, Span<float> memory)
    {
        var asks = situation.Step % Interval == Offset;
        return new(ExpertDrives: asks, IsLabelled: asks);
    }
}
