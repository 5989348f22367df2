using ActorIL.Cli.EnvironmentViews;
using ActorIL.Cli.Externals;
using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Perturbations;
using ActorIL.Environments.Stepping;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Policies;

/// <summary>One evaluation, from what was typed to the numbers.</summary>
internal static class EvaluationSession
{
    public static ExitCode Run(Terminal terminal, EvaluationRequest request) =>
        RunCatalog
            .HomeOf(request.Path, terminal)
            .Then(home =>
                CandidateSearch
                    .Find(request, home)
                    .Then(candidate => EvaluationChecks.Check(request, candidate, home.Catalog.Environments))
            )
            .Map(candidate =>
                candidate with
                {
                    EpisodeCount = request.EpisodeCount ?? candidate.EpisodeCount,
                    Seed = request.Seed ?? candidate.Seed,
                }
            )
            .Then(candidate => Score(request, candidate).Map(results => (candidate, results)))
            .Match(scored => Write(terminal, request, scored.candidate, scored.results), error => terminal.Fail(error));

    private static Result<EpisodeResults, Error> Score(EvaluationRequest request, Candidate candidate) =>
        candidate.Outside is { } run
            ? ExternalMeeting.With(run, entry => Play(request, candidate, entry))
            : Play(request, candidate, candidate.Entry);

    /// <param name="request">What was typed.</param>
    /// <param name="candidate">Who acts.</param>
    /// <param name="entry">Where, ready to be stepped.</param>
    private static Result<EpisodeResults, Error> Play(
        EvaluationRequest request,
        Candidate candidate,
        EnvironmentEntry entry
    )
    {
        var key = new RngKey(candidate.Seed);
        var budget = new EpisodeBudget(FirstEpisode: 0, candidate.EpisodeCount)
        {
            BatchCountMax = entry.EpisodeBatchCountMax,
        };
        try
        {
            var results = EpisodeRunner.Run(entry.Module, candidate.Policy, budget, key);
            return request.IsPerturbed
                ? entry.Perturbation.Map(perturbation =>
                    results with
                    {
                        Perturbed = PerturbedEpisodes.Run(entry.Module, perturbation, candidate.Policy, budget, key),
                    }
                )
                : Result.Success<EpisodeResults, Error>(results);
        }
        catch (EnvironmentFailureException failure)
        {
            return Result.Failure<EpisodeResults, Error>(
                new(
                    candidate.Environment.Id,
                    failure.Message.ReplaceLineEndings(" "),
                    "an environment that keeps its contract",
                    $"`actoril env check {candidate.Environment.Id}` names the claim it breaks."
                )
            );
        }
    }

    private static ExitCode Write(
        Terminal terminal,
        EvaluationRequest request,
        Candidate candidate,
        EpisodeResults results
    )
    {
        var summary = EvaluationStatistics.Summarize(results, new RngKey(candidate.Seed).Fold("bootstrap"));
        if (request.IsJson)
        {
            WriteJson(terminal, candidate, results, summary);
        }
        else
        {
            WriteText(terminal, candidate, summary);
        }

        return ExitCode.Success;
    }

    private static void WriteJson(
        Terminal terminal,
        Candidate candidate,
        EpisodeResults results,
        EvaluationSummary summary
    ) =>
        terminal.WriteJson(writer =>
        {
            writer.WriteString("policy", candidate.Name);
            writer.WriteString("environment", candidate.Environment.Id);
            writer.WriteString("source", candidate.Source);
            writer.WriteNumber("seed", candidate.Seed);
            writer.WriteNumber("environment_steps", results.StepCountTotal + (results.Perturbed?.StepCount ?? 0));
            SummaryJson.Write(writer, summary);
        });

    private static void WriteText(Terminal terminal, Candidate candidate, EvaluationSummary summary)
    {
        var measures = MeasureColumns.Of([summary]);
        terminal.Out.Write(
            TextTable.Render(
                ["policy", "environment", .. measures.Headers],
                [
                    [candidate.Name, candidate.Environment.Id, .. measures.Cells(summary)],
                ]
            )
        );
        if (summary.Recovery is not null)
        {
            terminal.Out.Write(candidate.Entry.Perturbation.Match(PerturbationText.Of, _ => ""));
        }
    }
}
