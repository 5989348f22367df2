using ActorIL.Actors.Effects;
using ActorIL.Cli.Runs;
using ActorIL.Storage.Files;

namespace ActorIL.Cli.Tests.Output;

public class MetricRowsTests
{
    private readonly MetricRows _rows = new([]);

    [Fact]
    public void A_row_says_how_far_its_stage_has_come()
    {
        _rows.Observe("/run/learner", Metric("ppo.environment_steps", 512));
        _rows.Observe("/run/dagger", Metric("dagger.labels", 40));
        Assert.Equal(new MetricRow("ppo", 512, "entropy", 0.5), _rows.Row("/run/learner", Metric("ppo.entropy", 0.5)));
        Assert.Equal(new MetricRow("dagger", 40, "loss", 2), _rows.Row("/run/dagger", Metric("dagger.loss", 2)));
    }

    [Theory]
    [InlineData("/run/bc-full-5", "bc-full-5")]
    [InlineData("/run/dagger/student", "dagger")]
    public void A_student_belongs_to_the_stage_it_learns_for(string path, string stage) =>
        Assert.Equal(stage, _rows.Row(path, Metric("student.loss", 1)).Stage);

    [Fact]
    public void Students_of_ones_own_have_stages_of_their_own()
    {
        _rows.Observe("/run/lstm", Metric("students.labels", 70));
        _rows.Observe("/run/mlp", Metric("students.labels", 80));
        Assert.Equal(
            new MetricRow("lstm", 70, "disagreement", 0.5),
            _rows.Row("/run/lstm", Metric("students.disagreement", 0.5))
        );
        Assert.Equal(new MetricRow("mlp", 80, "loss", 2), _rows.Row("/run/mlp/student", Metric("student.loss", 2)));
    }

    [Fact]
    public void A_score_that_comes_late_stands_at_its_own_labels()
    {
        _rows.Observe("/run/dagger", Metric("dagger.labels", 60));
        _ = _rows.Row("/run/dagger", Metric("dagger.validation_labels", 20));
        Assert.Equal(20, _rows.Row("/run/dagger", Metric("dagger.validation_return", 500)).Step);
        Assert.Equal(60, _rows.Row("/run/dagger", Metric("dagger.disagreement", 0)).Step);
    }

    private static Note Metric(string name, double value) => new(NoteKind.Metric, name, value, "");
}
