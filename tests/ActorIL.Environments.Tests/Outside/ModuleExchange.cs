using System.Collections.Immutable;
using ActorIL.Core.Contracts;
using ActorIL.Core.Experience;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments.Outside;
using ActorIL.Environments.Stepping;

namespace ActorIL.Environments.Tests.Outside;

/// <summary>A shipped environment as if it ran in another process: both can be compared.</summary>
internal abstract class ModuleExchange : IExternalExchange
{
    /// <summary>Instances that were reset, in order.</summary>
    public List<int> Resets { get; } = [];

    /// <summary>Instances in each exchange that stepped.</summary>
    public List<int> StepCounts { get; } = [];

    /// <summary>Instances that were restored, in order.</summary>
    public List<int> Restores { get; } = [];

    /// <summary>Is given every observation before it is sent: its exchange, its row, its numbers.</summary>
    public Action<int, int, float[]>? Spoil { get; init; }

    public static ModuleExchange Of(EnvironmentModule module, Action<int, int, float[]>? spoil = null) =>
        module.Open(new Opening(spoil));

    /// <summary>What a program would say that serves this environment.</summary>
    public static ExternalIdentity Identity(EnvironmentModule module, bool restoresSnapshots = false) =>
        new(module.Id, "test", module.Observations, module.Actions, CanSnapshot: true)
        {
            RestoresSnapshots = restoresSnapshots,
        };

    /// <summary>The environment outside, ready to be stepped.</summary>
    public static EnvironmentModule Outside(
        EnvironmentModule module,
        ModuleExchange exchange,
        bool restoresSnapshots = false,
        int exchangeCountMax = 64,
        int instanceCountMax = 10_000
    )
    {
        var identity = Identity(module, restoresSnapshots);
        return ExternalModules.Connect(
            ExternalModules.Of(identity),
            new(identity, exchange, exchangeCountMax, instanceCountMax)
        );
    }

    public abstract int Open(int count);

    public abstract void Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations);

    public abstract void Step(
        ReadOnlySpan<int> instances,
        ReadOnlySpan<float> actions,
        Span<float> observations,
        Span<double> rewards,
        Span<Ending> endings
    );

    public abstract ImmutableArray<ImmutableArray<byte>> Snapshot(ReadOnlySpan<int> instances);

    public abstract void Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots);

    private sealed class Opening(Action<int, int, float[]>? spoil) : IEnvironmentFunction<ModuleExchange>
    {
        public ModuleExchange Apply<TEnvironment, TParams, TState>(
            EnvironmentModule<TEnvironment, TParams, TState> environment
        )
            where TEnvironment : struct, IEnvironment<TParams, TState>
            where TParams : IFields<TParams>
            where TState : IFields<TState> => new Typed<TEnvironment, TParams, TState>(environment) { Spoil = spoil };
    }

    private sealed class Typed<TEnvironment, TParams, TState>(
        EnvironmentModule<TEnvironment, TParams, TState> environment
    ) : ModuleExchange
        where TEnvironment : struct, IEnvironment<TParams, TState>
        where TParams : IFields<TParams>
        where TState : IFields<TState>
    {
        private readonly int _observationSize = environment.Observations.Size;
        private readonly int _actionSize = environment.Actions.Size;
        private readonly List<(TState State, RngKey StepsKey, int StepCount)> _instances = [];
        private int _exchangeCount;

        public override int Open(int count)
        {
            _instances.AddRange(Enumerable.Repeat<(TState, RngKey, int)>((default!, default, 0), count));
            return _instances.Count - count;
        }

        public override void Reset(ReadOnlySpan<int> instances, ReadOnlySpan<ulong> seeds, Span<float> observations)
        {
            for (var i = 0; i < instances.Length; i++)
            {
                var key = new RngKey(seeds[i]);
                Resets.Add(instances[i]);
                _instances[instances[i]] = (TEnvironment.Reset(environment.Parameters, key), EpisodeKeys.Steps(key), 0);
            }

            Observe(instances, observations);
        }

        public override void Step(
            ReadOnlySpan<int> instances,
            ReadOnlySpan<float> actions,
            Span<float> observations,
            Span<double> rewards,
            Span<Ending> endings
        )
        {
            StepCounts.Add(instances.Length);
            for (var i = 0; i < instances.Length; i++)
            {
                var (state, key, count) = _instances[instances[i]];
                var action = new ActionView(actions.Slice(i * _actionSize, _actionSize));
                var result = TEnvironment.Step(environment.Parameters, state, action, EpisodeKeys.Step(key, count));
                (rewards[i], endings[i]) = (result.Reward, result.Ending);
                _instances[instances[i]] = (result.State, key, count + 1);
            }

            Observe(instances, observations);
        }

        public override ImmutableArray<ImmutableArray<byte>> Snapshot(ReadOnlySpan<int> instances) =>
            [
                .. instances
                    .ToArray()
                    .Select(instance => _instances[instance])
                    .Select(each =>
                        FieldCodec
                            .Bytes(each.State)
                            .AddRange(BitConverter.GetBytes(each.StepsKey.Value))
                            .AddRange(BitConverter.GetBytes(each.StepCount))
                    ),
            ];

        public override void Restore(ReadOnlySpan<int> instances, ReadOnlySpan<ImmutableArray<byte>> snapshots)
        {
            const int Length = sizeof(ulong) + sizeof(int);
            for (var i = 0; i < instances.Length; i++)
            {
                var bytes = snapshots[i].AsSpan();
                Restores.Add(instances[i]);
                _instances[instances[i]] = (
                    FieldCodec.Read<TState>(bytes[..^Length], _ => null).Require(),
                    new(BitConverter.ToUInt64(bytes[^Length..])),
                    BitConverter.ToInt32(bytes[^sizeof(int)..])
                );
            }
        }

        private void Observe(ReadOnlySpan<int> instances, Span<float> observations)
        {
            var exchange = _exchangeCount++;
            for (var i = 0; i < instances.Length; i++)
            {
                var observation = new float[_observationSize];
                TEnvironment.Observe(environment.Parameters, _instances[instances[i]].State, observation);
                Spoil?.Invoke(exchange, i, observation);
                observation.CopyTo(observations[(i * _observationSize)..]);
            }
        }
    }
}
