using ActorIL.Actors.Effects;
using ActorIL.Cli.Progress;

namespace ActorIL.Cli.Tests.Output;

public class RunStatusTests
{
    private static readonly RunStatus Start = new()
    {
        UpdateCountMax = 10,
        CloneCountMax = 4,
        LabelCountMax = 40,
        StageCountMax = 8,
    };

    [Fact]
    public void Notes_move_the_status()
    {
        var status = Apply(
            Metric("ppo.update", 10), Metric("ppo.environment_steps", 5120), Metric("ppo.episode_return", 21.25),
            Metric("ppo.validation_return", 90), Line("stage.trained", "expert"), Line("stage.trained", "bc-full-1"),
            Line("stage.evaluated", "expert: mean 90.0"), Metric("dagger.labels", 20),
            Metric("dagger.validation_return", 33), Metric("ppo.entropy", 0.6));
        Assert.Equal(
            Start with
            {
                UpdateCount = 10,
                EnvironmentStepCount = 5120,
                EpisodeReturn = 21.25,
                ExpertValidation = 90,
                CloneCount = 1,
                StageCount = 1,
                LabelCount = 20,
                StudentValidation = 33,
            },
            status);
    }

    [Fact]
    public void While_the_expert_trains_only_it_is_shown() => Assert.Equal(
        "[   1.5 s] expert 3/10 updates (return 21.2)",
        StatusText.Line(
            Start with { UpdateCount = 3, EpisodeReturn = 21.24 }, TimeSpan.FromSeconds(1.5)));

    [Fact]
    public void Then_the_students_are_shown_too() => Assert.Equal(
        "[  61.5 s] expert 10/10 updates | clones 2/4 | dagger 20/40 labels (validation 33.0) | evaluated 1/8",
        StatusText.Line(
            Start with { UpdateCount = 10, CloneCount = 2, LabelCount = 20, StudentValidation = 33, StageCount = 1 },
            TimeSpan.FromSeconds(61.5)));

    [Fact]
    public void A_scripted_expert_has_no_training_to_show() => Assert.Equal(
        "[   0.0 s] clones 0/4 | dagger 0/40 labels | evaluated 0/8",
        StatusText.Line(Start with { UpdateCountMax = 0 }, TimeSpan.Zero));

    private static RunStatus Apply(params Note[] notes) => notes.Aggregate(Start, RunStatusNotes.Apply);

    private static Note Metric(string name, double value) => new(NoteKind.Metric, name, value, "");

    private static Note Line(string name, string text) => new(NoteKind.Information, name, 0, text);
}
