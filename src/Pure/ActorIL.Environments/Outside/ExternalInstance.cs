using System.Collections.Immutable;
using ActorIL.Core.Randomness;

namespace ActorIL.Environments.Outside;

/// <summary>What is known of one instance in another process: the episode it stands in. Mutable.</summary>
/// <param name="number">Its number there.</param>
internal sealed class ExternalInstance(int number)
{
    public int Number { get; } = number;

    public RngKey Seed { get; private set; }

    public int StepCount { get; private set; }

    /// <summary>A hash of seed and actions.</summary>
    public ulong Trail { get; private set; }

    /// <summary>What it showed last, shape [observation size].</summary>
    public float[] Observation { get; private set; } = [];

    /// <summary>Whether it stands in an episode; one just opened does not.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Where it is to be before anybody looks at it or steps it; null where it is there.</summary>
    public ExternalState? Due { get; set; }

    /// <summary>Whether somebody uses it now.</summary>
    public bool IsTaken { get; set; }

    /// <summary>For whom it stays where it is; empty for nobody.</summary>
    public string Holder { get; set; } = "";

    /// <summary>When it was let go of last; the lowest is taken first.</summary>
    public long LetGoAt { get; set; }

    /// <summary>The actions of its episode, kept where the program has no snapshots.</summary>
    public List<float> Actions { get; } = [];

    /// <summary>Its snapshot, once it was asked for after its last step.</summary>
    public ImmutableArray<byte> Snapshot { get; set; } = [];

    /// <summary>Whether it stands, or is to stand, where a state is.</summary>
    public bool Is(ExternalState state) =>
        Due is { } due
            ? due.Trail == state.Trail && due.StepCount == state.StepCount && due.Seed == state.Seed
            : IsKnown && Trail == state.Trail && StepCount == state.StepCount && Seed == state.Seed;

    /// <summary>It is now where it was due, and shows this.</summary>
    public void Arrive(ReadOnlySpan<float> observation)
    {
        var due = Due!;
        (Seed, StepCount, Trail, IsKnown, Due) = (due.Seed, due.StepCount, due.Trail, true, null);
        Actions.Clear();
        Actions.AddRange(due.Actions.AsSpan());
        Snapshot = due.Snapshot;
        Show(observation);
    }

    /// <summary>It has taken a step.</summary>
    /// <param name="action">Shape [action size].</param>
    /// <param name="observation">Shape [observation size].</param>
    /// <param name="keepsAction">Whether its actions are what brings it back.</param>
    public void Advance(ReadOnlySpan<float> action, ReadOnlySpan<float> observation, bool keepsAction)
    {
        StepCount++;
        Trail = Follow(Trail, action);
        if (keepsAction)
        {
            Actions.AddRange(action);
        }

        Snapshot = [];
        Show(observation);
    }

    /// <summary>Its state as a value.</summary>
    public ExternalState ToState() =>
        Due ?? new(Seed, StepCount, Trail, [.. Actions], Snapshot, ImmutableArray.Create(Observation));

    private static ulong Follow(ulong trail, ReadOnlySpan<float> action)
    {
        foreach (var number in action)
        {
            trail = new RngKey(trail).Fold(BitConverter.SingleToUInt32Bits(number)).Value;
        }

        return trail;
    }

    private void Show(ReadOnlySpan<float> observation)
    {
        if (Observation.Length != observation.Length)
        {
            Observation = new float[observation.Length];
        }

        observation.CopyTo(Observation);
    }
}
