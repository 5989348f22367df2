using ActorIL.Cli.Runs;
using ActorIL.Cli.Terminals;
using ActorIL.Core.Prelude;
using ActorIL.Core.Randomness;
using ActorIL.Environments;
using ActorIL.Environments.Stepping;
using ActorIL.Storage.Files;
using ActorIL.Training.Reports;

namespace ActorIL.Cli.Policies;

/// <summary>One evaluation, from what was typed to the numbers.</summary>
internal static class EvaluationSession
{
    public static ExitCode Run(Terminal terminal, EvaluationRequest request) =>
        CandidateSearch
            .Find(request, EnvironmentCatalog.Shipped)
            .Then(candidate => EvaluationChecks.Check(request, candidate, EnvironmentCatalog.Shipped))
            .Match(
                candidate =>
                    Run(
                        terminal,
                        request,
                        candidate with
                        {
                            EpisodeCount = request.EpisodeCount ?? candidate.EpisodeCount,
                            Seed = request.Seed ?? candidate.Seed,
                        }
                    ),
                error => terminal.Fail(error)
            );

    private static ExitCode Run(Terminal terminal, EvaluationRequest request, Candidate candidate)
    {
        var key = new RngKey(candidate.Seed);
        var budget = new EpisodeBudget(FirstEpisode: 0, candidate.EpisodeCount);
        EpisodeResults results;
        try
        {
            results = EpisodeRunner.Run(candidate.Environment, candidate.Policy, budget, key);
        }
        catch (EnvironmentFailureException failure)
        {
            return terminal.Fail(
                new Error(
                    candidate.Environment.Id,
                    failure.Message.ReplaceLineEndings(" "),
                    "an environment that keeps its contract",
                    $"`actoril env check {candidate.Environment.Id}` names the claim it breaks."
                )
            );
        }

        var summary = EvaluationStatistics.Summarize(results, key.Fold("bootstrap"));
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
            writer.WriteNumber("environment_steps", results.StepCountTotal);
            SummaryJson.Write(writer, summary);
        });

    private static void WriteText(Terminal terminal, Candidate candidate, EvaluationSummary summary) =>
        terminal.Out.Write(
            TextTable.Render(
                ["policy", "environment", .. ResultTable.Measures([summary])],
                [
                    [
                        candidate.Name,
                        candidate.Environment.Id,
                        .. ResultTable.Measured(summary, summary.Outcomes is not null),
                    ],
                ]
            )
        );
}
