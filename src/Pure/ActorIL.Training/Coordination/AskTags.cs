using ActorIL.Actors.Effects;
using ActorIL.Environments.Stepping;
using ActorIL.Training.Dagger;
using ActorIL.Training.Experts;
using ActorIL.Training.Learning;
using ActorIL.Training.Students;

namespace ActorIL.Training.Coordination;

/// <summary>
/// Tags of the coordinator's asks, and what an answer under one says. Students and adversaries have their number above
/// their tag, clones and evaluations their stage.
/// </summary>
internal static class AskTags
{
    public const int Expert = 0;
    public const int Cut = 1;
    public const int Full = 2;
    public const int Dagger = 3;
    public const int Student = 4;
    public const int Clone = 1_000;
    public const int Generator = AdversaryStages.GeneratorTag;
    public const int Study = AdversaryStages.StudyTag;
    public const int Evaluation = 1_000_000;

    /// <summary>The message that an answer becomes.</summary>
    public static CoordinatorMessage Answer(int tag, AskOutcome outcome) =>
        tag switch
        {
            Expert => new CoordinatorMessage.ExpertReady(AskAnswers.Require<PpoTrained>(outcome)),
            Cut or Full => new CoordinatorMessage.Demonstrated(
                tag == Full,
                AskAnswers.Require<Demonstrations>(outcome),
                Adversary: 0
            ),
            Dagger => new CoordinatorMessage.DaggerReady(AskAnswers.Require<DaggerTrained>(outcome), Student: 0),
            < Clone => new CoordinatorMessage.DaggerReady(
                AskAnswers.Require<DaggerTrained>(outcome),
                tag - Student + 1
            ),
            < Generator => new CoordinatorMessage.CloneReady(tag - Clone, AskAnswers.Require<StudentTrained>(outcome)),
            < Study => new CoordinatorMessage.GeneratorReady(tag - Generator, AskAnswers.Require<PpoTrained>(outcome)),
            < Evaluation => new CoordinatorMessage.Demonstrated(
                Full: true,
                AskAnswers.Require<Demonstrations>(outcome),
                tag - Study + 1
            ),
            _ => new CoordinatorMessage.Evaluated(tag - Evaluation, AskAnswers.Require<EpisodeResults>(outcome)),
        };
}
