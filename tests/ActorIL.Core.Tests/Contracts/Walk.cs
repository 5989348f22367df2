using ActorIL.Core.Contracts;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Core.Tests.Fields.Samples;

namespace ActorIL.Core.Tests.Contracts;

/// <summary>The smallest environment: a walk on a line; parameters and state are sample records.</summary>
internal readonly struct Walk : IEnvironment<Point, Point>
{
    public static Space Observations(in Point parameters) =>
        new Space.Box([(float)-parameters.X], [(float)parameters.X]);

    public static Space Actions(in Point parameters) => new Space.Discrete(2);

    public static Point Reset(in Point parameters, RngKey key) => new(Draw.Uniform(key), 0);

    public static StepResult<Point> Step(in Point parameters, in Point state, ActionView action, RngKey key)
    {
        var next = state with { X = state.X + (action.Index == 0 ? -1 : 1) };
        return next.X > parameters.X ? StepResult.Terminated(next, 1) : StepResult.Continue(next, 0);
    }

    public static void Observe(in Point parameters, in Point state, Span<float> observation) =>
        observation[0] = (float)state.X;
}
