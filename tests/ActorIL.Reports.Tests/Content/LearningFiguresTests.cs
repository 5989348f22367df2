using ActorIL.Reports.Content;
using ActorIL.Storage.Files;

namespace ActorIL.Reports.Tests.Content;

public class LearningFiguresTests
{
    [Theory]
    [InlineData("ppo")]
    [InlineData("expert")]
    public void An_expert_by_whatever_algorithm_has_its_curves(string stage)
    {
        var figures = LearningFigures.Expert([
            new(stage, 512, "entropy", 0.5),
            new(stage, 1024, "entropy", 0.4),
            new(stage, 512, "zeal", 1),
            new(stage, 1024, "zeal", 2),
            new("students", 512, "loss", 1),
        ]);

        Assert.Equal([$"{stage}-entropy", $"{stage}-zeal"], figures.Select(figure => figure.Id));
        Assert.Empty(LearningFigures.Generators([new(stage, 512, "environment_steps", 512)]));
    }
}
