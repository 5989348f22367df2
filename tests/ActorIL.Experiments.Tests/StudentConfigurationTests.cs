using ActorIL.Algorithms.Dagger;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Experience;

namespace ActorIL.Experiments.Tests;

public class StudentConfigurationTests
{
    private const string Two = """
        actoril {
          student { rounds = 3, network.hidden = [32] }
          students {
            second { algorithm = bc, first-episodes = 7 }
            first { rounds = 4, view { components = [2, 0], previous-action = on }, network { recurrent = lstm } }
          }
        }
        """;

    [Fact]
    public void A_student_has_the_keys_of_the_template_and_its_own_on_top()
    {
        var students = Configurations.Good(Two).Plan.Students;
        Assert.Equal(["second", "first"], students.Select(student => student.Name));
        var (second, first) = (students[0].Learning, students[1].Learning);
        Assert.Equal((1, 7), Rounds(second));
        Assert.Equal((4, 5), Rounds(first));
        Assert.All(students, student => Assert.Equal([32], student.Learning.Student.Model.HiddenSizes));
        Assert.Equal(new ObservationView([2, 0], PreviousAction: true, FrameCount: 1), first.Student.Model.View);
        Assert.Equal((RecurrentKind.Lstm, 32), (first.Student.Model.Recurrent, first.Student.Model.RecurrentSize));
        Assert.Equal((RecurrentKind.None, 0), (second.Student.Model.Recurrent, second.Student.Model.RecurrentSize));
    }

    [Fact]
    public void What_was_resolved_gives_the_same_students_again()
    {
        var first = Configurations.Good(Two);
        var second = Configurations.Good(first.Configuration.Text);
        Assert.Equal(first.Plan.Students, second.Plan.Students);
        Assert.Equal(first.Configuration.SemanticHash, second.Configuration.SemanticHash);
    }

    [Theory]
    [InlineData("students.first.rounds=9", 9)]
    [InlineData("students.first.episodes-per-round=2", 4)]
    [InlineData("students { first { rounds = 8 } }", 8)]
    public void An_override_reaches_a_key_of_a_student_whether_the_file_sets_it_or_not(string typed, int rounds)
    {
        var plan = Configurations.Good(Two, typed).Plan;
        Assert.Equal(rounds, Rounds(plan.Students[1].Learning).Rounds);
    }

    private static (int Rounds, int FirstEpisodes) Rounds(DaggerConfig learning) =>
        learning.Rounds.Match(_ => (0, 0), plan => (plan.RoundCount, plan.FirstEpisodes));
}
