using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Stepping;

/// <summary>Whole rollouts of batches against episodes stepped one at a time.</summary>
public sealed class BatchedRolloutTests
{
    [Theory]
    [InlineData("CartPole-v1", 4, 3000)]
    [InlineData("CartPole-v1", 7, 3000)]
    [InlineData("CartPole-v1", 64, 300)]
    [InlineData("Pendulum-v1", 4, 3000)]
    [InlineData("Pendulum-v1", 7, 3000)]
    [InlineData("Pendulum-v1", 64, 450)]
    public void Batches_roll_out_as_lone_environments_do(string id, int count, int stepCount) =>
        EnvironmentCatalog
            .Shipped.Find(id)
            .Require()
            .Module.Open(new Comparison(count, stepCount, RngKey.Root((ulong)count)));

    private sealed class Comparison(int count, int stepCount, RngKey key) : IEnvironmentFunction<bool>
    {
        public bool Apply<TEnvironment, TParams, TState>(EnvironmentModule<TEnvironment, TParams, TState> environment)
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState>
        {
            var parameters = environment.Parameters;
            Assert.NotNull(TEnvironment.Batch(parameters, count));
            var environments = VectorEnvironment.Start(environment, count, key);
            var episodes = new long[count];
            var states = Enumerable.Range(0, count).Select(i => Start(i, episode: 0)).ToArray();
            var size = environments.ObservationSize;
            for (var step = 0; step < stepCount; step++)
            {
                Assert.Equal([.. states.SelectMany(See)], Batch.Observe(environments));
                var actions = Batch.SampleActions(environments, key.Fold("actions").Fold((ulong)step));
                var batch = Batch.Step(environments, actions);
                for (var i = 0; i < count; i++)
                {
                    var result = TEnvironment.Step(parameters, states[i], new(actions.AsSpan(i, 1)), default);
                    Assert.Equal((result.Reward, (int)result.Ending), (batch.Rewards[i], batch.Endings[i]));
                    states[i] = result.State;
                    if (result.Ending != Ending.None)
                    {
                        Assert.Equal(See(result.State), batch.FinalObservations.Items[(size * i)..(size * (i + 1))]);
                        states[i] = Start(i, ++episodes[i]);
                    }
                }
            }

            var scratch = new FieldBuffer();
            var slots = environments.Snapshot().Slots;
            for (var i = 0; i < count; i++)
            {
                scratch.Clear();
                FieldCodec.Write(states[i], scratch);
                Assert.Equal(scratch.Written.ToArray(), slots[i].State);
                Assert.Equal(episodes[i], slots[i].EpisodeIndex);
            }

            return true;

            TState Start(int index, long episode) =>
                TEnvironment.Reset(parameters, EpisodeKeys.Episode(key, index, episode));

            float[] See(TState state)
            {
                var observation = new float[environments.ObservationSize];
                TEnvironment.Observe(parameters, state, observation);
                return observation;
            }
        }
    }
}
