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
        _rows.Observe(Metric("ppo.environment_steps", 512));
        _rows.Observe(Metric("dagger.labels", 40));
        Assert.Equal(new MetricRow("ppo", 512, "entropy", 0.5), _rows.Row("/run/learner", Metric("ppo.entropy", 0.5)));
        Assert.Equal(new MetricRow("dagger", 40, "loss", 2), _rows.Row("/run/dagger", Metric("dagger.loss", 2)));
    }

    [Theory]
    [InlineData("/run/bc-full-5", "bc-full-5")]
    [InlineData("/run/dagger/student", "dagger")]
    public void A_student_belongs_to_the_stage_it_learns_for(string path, string stage) =>
        Assert.Equal(stage, _rows.Row(path, Metric("student.loss", 1)).Stage);

    private static Note Metric(string name, double value) => new(NoteKind.Metric, name, value, "");
}
