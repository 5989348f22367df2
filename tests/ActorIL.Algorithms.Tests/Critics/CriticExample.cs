using ActorIL.Algorithms.Critics;
using ActorIL.Core.Experience;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Core.Spaces;
using ActorIL.Numerics.Advantages;
using ActorIL.Numerics.Networks;

namespace ActorIL.Algorithms.Tests.Critics;

internal static class CriticExample
{
    /// <summary>Fits V to a rollout in rounds; the advantages under the last one.</summary>
    public static Result<AdvantageEstimate, Error> Advantages(Space observations, Rollout rollout, RngKey key) =>
        ValueNetwork
            .Create(observations, hiddenSizes: [64, 64], ActivationFunction.Tanh)
            .Map(value =>
            {
                var config = new CriticConfig { LearningRate = 3e-3, UpdateCount = 200 };
                var settings = new GeneralizedAdvantageSettings(Discount: 0.99f, Lambda: 0.95f);
                var state = value.Start(key.Fold("start"));
                var estimate = AdvantageEstimation.Estimate(in settings, value, state.Parameters.Values, rollout);
                for (var round = 0UL; round < 10; round++)
                {
                    var batch = value.Batch(rollout.Observations.AsSpan(), estimate.Returns.AsSpan());
                    (state, _) = CriticUpdate.Fit(config, value, state, batch, key.Fold(round));
                    estimate = AdvantageEstimation.Estimate(in settings, value, state.Parameters.Values, rollout);
                }

                return estimate;
            });
}
