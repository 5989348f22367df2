using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;

namespace ActorIL.Cli.Runs;

/// <summary>Who worked in a round: which actors of the expert's training, and whether anybody else did.</summary>
internal sealed class WorkNames
{
    private const string Learner = "/run/learner";
    private const string Digits = "0123456789";

    private readonly Dictionary<ActorId, string> _names = [];
    private readonly SortedSet<string> _round = new(StringComparer.Ordinal);

    /// <summary>The training actors of the round by name, blocks counted as one; empty where there was none.</summary>
    public (string Work, bool IsShared) Of(in RoundReport report)
    {
        _round.Clear();
        var isShared = false;
        foreach (ref readonly var delivery in report.Deliveries)
        {
            var name = NameOf(in report, delivery.Key.To);
            isShared |= name.Length == 0;
            if (name.Length > 0)
            {
                _round.Add(name);
            }
        }

        return (_round.Count == 1 ? _round.Min! : string.Join('+', _round), isShared);
    }

    private string NameOf(in RoundReport report, ActorId actor)
    {
        if (!_names.TryGetValue(actor, out var name))
        {
            var path = report.PathOf(actor);
            name = path.StartsWith(Learner, StringComparison.Ordinal) ? path.TrimEnd([.. Digits]) : "";
            _names.Add(actor, name);
        }

        return name;
    }
}
