using ActorIL.Bench.Measuring;
using ActorIL.Core.Experience;
using ActorIL.Core.Randomness;
using ActorIL.External;

namespace ActorIL.Bench.Externals;

/// <summary>All instances of a program stepped once with random actions, and those started anew that ended.</summary>
internal sealed class PipeStepping
{
    private const int ActionRowCount = 64;

    private readonly ExternalProcess _process;
    private readonly int[] _instances;
    private readonly int[] _ended;
    private readonly float[] _actions;
    private readonly float[] _observations;
    private readonly double[] _rewards;
    private readonly Ending[] _endings;
    private readonly ulong[] _seeds;
    private int _callCount;
    private ulong _seed;

    /// <param name="process">A program with an index as its action and no instances yet.</param>
    /// <param name="count">How many instances it gets.</param>
    public PipeStepping(ExternalProcess process, int count)
    {
        var size = process.Welcome.Observations.Size;
        _process = process;
        (_instances, _ended) = ([.. Enumerable.Range(0, count)], new int[count]);
        (_observations, _rewards) = (new float[count * size], new double[count]);
        (_endings, _seeds) = (new Ending[count], new ulong[count]);
        _actions = new float[ActionRowCount * count];
        var actionCount = process.Welcome.Actions.Match(discrete => discrete.Count, _ => 1, _ => 1);
        for (var i = 0; i < _actions.Length; i++)
        {
            _actions[i] = (int)Draw.Uniform(new(1), (ulong)i, 0, actionCount);
        }

        Failure = process.Open(count).Match(_ => process.Reset(_instances, _seeds, _observations), failure => failure);
    }

    /// <summary>What went wrong; nothing is asked after it.</summary>
    public ExternalFailure? Failure { get; private set; }

    /// <summary>One step of all.</summary>
    /// <param name="name">What it is called in results.</param>
    public Workload Work(string name) => new(name, Run);

    private void Run()
    {
        if (Failure is not null)
        {
            return;
        }

        var count = _instances.Length;
        var actions = _actions.AsSpan(_callCount++ % ActionRowCount * count, count);
        Failure = _process.Step(_instances, actions, _observations, _rewards, _endings);
        var endedCount = 0;
        for (var i = 0; i < count; i++)
        {
            if (_endings[i] != Ending.None)
            {
                _seeds[endedCount] = ++_seed;
                _ended[endedCount++] = i;
            }
        }

        if (Failure is null && endedCount > 0)
        {
            var size = _observations.Length / count;
            Failure = _process.Reset(
                _ended.AsSpan(0, endedCount),
                _seeds.AsSpan(0, endedCount),
                _observations.AsSpan(0, endedCount * size)
            );
        }
    }
}
