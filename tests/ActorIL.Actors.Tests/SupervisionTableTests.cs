using System.Globalization;
using System.Text;
using ActorIL.Actors.Addressing;
using ActorIL.Actors.Hosts;
using ActorIL.Actors.Supervision;
using ActorIL.Actors.Tests.Scripted;
using ActorIL.Testing;

namespace ActorIL.Actors.Tests;

/// <summary>Directive × scope × where the failure occurs, as one table.</summary>
public sealed class SupervisionTableTests
{
    [Fact]
    public void What_follows_from_each_directive_scope_and_stage()
    {
        var text = new StringBuilder();
        foreach (var directive in Enum.GetValues<Directive>())
        {
            foreach (var scope in Enum.GetValues<SupervisionScope>())
            {
                foreach (var stage in SupervisionCase.Stages)
                {
                    text.Append(Describe(directive, scope, stage)).Append('\n');
                }
            }
        }

        Snapshot.Matches(text.ToString());
    }

    private static string Describe(Directive directive, SupervisionScope scope, string stage)
    {
        var run = Run.Simulate(SupervisionCase.Root(directive, scope, stage));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{directive}, {scope}, failure in {stage}: {OutcomeOf(run)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    bad was handed  {LabelsTo(run, SupervisionCase.BadPath(stage))}\n");
        text.Append(CultureInfo.InvariantCulture, $"    good was handed {LabelsTo(run, "boss/good")}\n");
        foreach (var line in run.Recorder.EventLines.Where(static line => !line.Contains(" Started ", StringComparison.Ordinal)))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {line}\n");
        }

        return text.ToString();
    }

    private static string LabelsTo(Run run, string path) => string.Join(", ", run.Recorder.LabelsTo(Run.Id(path)));

    private static string OutcomeOf(Run run) => run.Outcome.Match(
        static _ => "completed",
        static _ => "interrupted",
        static failed => $"failed at {failed.Failure.OriginPath}",
        static faulted => $"faulted at {faulted.Error.Where}");
}
