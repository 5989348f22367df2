namespace ActorIL.Cli.Runs;

/// <summary>
/// Wall-clock time of the expert's training alone. Policies are validated beside it, in the same rounds; such a round
/// counts as much as the rounds of the same training actors without validation took on average.
/// </summary>
internal sealed class TrainingClock
{
    private readonly Dictionary<string, (int Count, TimeSpan Time)> _alone = [];
    private readonly Dictionary<string, (int Count, TimeSpan Time)> _shared = [];

    /// <summary>The time so far.</summary>
    public TimeSpan Total
    {
        get
        {
            var total = TimeSpan.Zero;
            foreach (var (_, time) in _alone.Values)
            {
                total += time;
            }

            foreach (var (work, shared) in _shared)
            {
                total += _alone.TryGetValue(work, out var alone)
                    ? alone.Time / alone.Count * shared.Count
                    : shared.Time;
            }

            return total;
        }
    }

    /// <summary>Notes a round.</summary>
    /// <param name="work">Which training actors worked in it; empty for none.</param>
    /// <param name="isShared">Whether others worked in it too.</param>
    /// <param name="time">How long it took.</param>
    public void Add(string work, bool isShared, TimeSpan time)
    {
        if (work.Length > 0)
        {
            var rounds = isShared ? _shared : _alone;
            var before = rounds.GetValueOrDefault(work);
            rounds[work] = (before.Count + 1, before.Time + time);
        }
    }
}
