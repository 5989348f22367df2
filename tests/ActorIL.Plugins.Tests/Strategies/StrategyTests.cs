using ActorIL.Algorithms.Dagger;
using ActorIL.Core.Contracts;
using ActorIL.Core.Prelude;
using ActorIL.Experiments;

namespace ActorIL.Plugins.Tests.Strategies;

/// <summary>A query strategy from outside is a student's algorithm as the library's own are.</summary>
public class StrategyTests
{
    private const string Small = """
        actoril {
          expert.kind = scripted
          demonstration.counts = []
          dagger.label-counts = []
          evaluation.episodes = 20
          students.mine {
            algorithm = hesitant, rounds = 2, first-episodes = 1, episodes-per-round = 2, updates-per-round = 20
          }

        """;

    private static SmallPlugin Plugin =>
        new(
            "Hesitant",
            static () =>
                new()
                {
                    QueryStrategies =
                    [
                        QueryStrategyEntry.Of(
                            "hesitant",
                            "Asks in every n-th step.",
                            new HesitantParameters(10, 0),
                            static parameters => new HesitantStrategy(parameters.Interval, parameters.Offset),
                            static parameters =>
                                parameters.Interval > parameters.Offset
                                    ? []
                                    : [new("offset", "too much", "less than interval", "Lower it.")]
                        ),
                    ],
                }
        );

    [Fact]
    public void A_student_asks_as_a_plug_in_says()
    {
        var run = Runs.Good(Small + "}", Plugin);
        var (report, digest) = Runs.Carry(run);
        var stage = report.Stages.Single(stage => stage.Stage == "mine");

        Assert.Equal(new HesitantStrategy(10, 0), StrategyOf(run));
        Assert.Equal("hesitant", stage.Algorithm);
        Assert.True(stage.LabelCount > 0 && stage.LabelCount < 500 + (2 * 51), $"{stage.LabelCount} labels.");
        Assert.Equal(digest, Runs.Carry(run, "parallel").Digest);
    }

    [Fact]
    public void Its_parameters_are_set_in_the_section_of_the_student()
    {
        var run = Runs.Good(Small + "students.mine.strategy.parameters { interval = 4, offset = 1 }\n}", Plugin);

        Assert.Equal(new HesitantStrategy(4, 1), StrategyOf(run));
        Assert.Contains(
            "actoril.students.mine.strategy.parameters.interval = 4\n",
            run.Configuration.FlatText,
            StringComparison.Ordinal
        );
        var again = Runs.Good(run.Configuration.Text, Plugin);
        Assert.Equal(new HesitantStrategy(4, 1), StrategyOf(again));
    }

    [Theory]
    [InlineData("interval = 3.5", "Correct the value.")]
    [InlineData("offset = 10", "Lower it.")]
    [InlineData("intervall = 3", "Did you mean interval?")]
    [InlineData("pause = 3", "Remove it; it has interval, offset.")]
    [InlineData("offset { at = 1 }", "hesitant has interval, offset.")]
    public void What_is_wrong_with_them_is_said(string line, string remedy) =>
        Assert.Equal(
            remedy,
            Assert.Single(Runs.Errors($"{Small}students.mine.strategy.parameters {{ {line} }}\n}}", Plugin)).Remedy
        );

    [Fact]
    public void Parameters_of_a_strategy_that_nobody_chose_are_refused() =>
        Assert.EndsWith(
            "actoril.student.strategy.parameters.interval",
            Assert.Single(Runs.Errors("actoril.student.strategy.parameters.interval = 7", Plugin)).Where,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_strategies_of_the_library_take_the_keys_they_always_had()
    {
        var run = Runs.Good(
            """
            actoril.students {
              a { algorithm = dagger, beta-schedule = exponential, beta-decay = 0.25, beta-rounds = 3 }
              b { algorithm = ensemble-dagger, ensemble { size = 3, threshold = 1e-3, labels-per-episode = 7 } }
              c { algorithm = hg-dagger, takeover { engage = 0.5, release = 0.125 } }
            }
            """
        );

        Assert.Equal(
            [
                new MixtureStrategy(BetaSchedule.Exponential, 0.25, 3),
                new UncertaintyStrategy(3, 1e-3, 7),
                new TakeoverStrategy(0.5, 0.125),
            ],
            run.Plan.Students.Select(student =>
                student.Learning.Rounds.Match<IQueryStrategy?>(_ => null, episodes => episodes.Strategy)
            )
        );
    }

    [Theory]
    [InlineData("bc")]
    [InlineData("gail")]
    public void A_word_that_means_something_else_is_no_name_of_a_strategy(string word) =>
        Assert.Equal(
            "a word that means nothing else",
            Catalog
                .Of(
                    new SmallPlugin(
                        "Mine",
                        () =>
                            new()
                            {
                                QueryStrategies =
                                [
                                    QueryStrategyEntry.Of(
                                        word,
                                        "",
                                        new HesitantParameters(1, 0),
                                        static parameters => new HesitantStrategy(1, 0)
                                    ),
                                ],
                            }
                    )
                )
                .Match(_ => "", error => error.Wanted)
        );

    private static IQueryStrategy? StrategyOf(BoundRun run) =>
        run.Plan.Students[0].Learning.Rounds.Match<IQueryStrategy?>(_ => null, episodes => episodes.Strategy);
}
