using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Experts;
using ActorIL.Training.Plans;

namespace ActorIL.Experiments.Binding;

/// <summary>Which controller of the environment a scripted expert is, and how good.</summary>
internal static class ControllerBinding
{
    private const string Kind = "expert.kind";
    private const string Controller = "expert.controller";
    private const string Optimality = "expert.optimality";
    private const string Noise = "expert.noise";

    /// <summary>The environment with the controller that was chosen; null where none fits.</summary>
    /// <param name="reader">Where keys are read.</param>
    /// <param name="environment">Whose controllers there are to choose from; null where it is not known.</param>
    /// <param name="expert">Who the expert is.</param>
    /// <param name="seed">Of the run: a suboptimal driver's mistakes are drawn from it.</param>
    public static EnvironmentEntry? Read(KeyReader reader, EnvironmentEntry? environment, ExpertPlan expert, ulong seed)
    {
        var controller = reader.Text(Controller);
        var optimality = reader.Number(Optimality, NumberRange.Unit);
        var noise = reader.Number(Noise, NumberRange.Unit);
        if (!ExpertBinding.IsScripted(expert))
        {
            return environment;
        }

        var equipped = environment is null ? null : Equip(reader, environment, controller);
        return equipped is null ? null : Spoil(reader, equipped, optimality, noise, seed);
    }

    private static EnvironmentEntry? Equip(KeyReader reader, EnvironmentEntry environment, string controller) =>
        environment.Controller.Match<EnvironmentEntry?>(
            _ =>
                environment
                    .WithControllerNamed(controller)
                    .Match<EnvironmentEntry?>(found => found, error => Rejected(reader, Controller, error)),
            error => Rejected(reader, Kind, error)
        );

    private static EnvironmentEntry? Spoil(
        KeyReader reader,
        EnvironmentEntry environment,
        double optimality,
        double noise,
        ulong seed
    )
    {
        if (optimality >= 1 && noise <= 0)
        {
            return environment;
        }

        var expert = environment.Controller.Require();
        if (!SuboptimalDriver.CanSpoil(expert.Actions))
        {
            reader.Reject(
                Optimality,
                $"actions without bounds: {expert.Actions}",
                "a choice, or a Box with finite bounds",
                "Leave optimality at 1 and noise at 0."
            );
            return null;
        }

        var key = RngKey.Root(seed).Fold("suboptimal-driver");
        return environment.WithController(new SuboptimalDriver(expert, optimality, noise, key));
    }

    private static EnvironmentEntry? Rejected(KeyReader reader, string path, Error error)
    {
        reader.Reject(path, error.Found, error.Wanted, error.Remedy);
        return null;
    }
}
