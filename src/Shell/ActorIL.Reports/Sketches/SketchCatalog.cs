using ActorIL.Core.Contracts;

namespace ActorIL.Reports.Sketches;

/// <summary>Which environments can be drawn. A new sketch is a file here and a line below.</summary>
public static class SketchCatalog
{
    /// <summary>The sketch of an environment; null for one that is shown by its observations alone.</summary>
    public static IEnvironmentSketch? Find(EnvironmentModule environment) =>
        environment.Id switch
        {
            "CartPole-v1" => new CartPoleSketch(),
            "Pendulum-v1" => new PendulumSketch(),
            _ => null,
        };
}
