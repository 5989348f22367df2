namespace ActorIL.Experiments.Tests;

public class BadConfigurationTests
{
    public static TheoryData<string, string> Texts =>
        new()
        {
            { "unknown-key", "actoril {\n  ppo {\n    learning-rat = 1e-3\n  }\n}" },
            { "key-of-another-section", "actoril {\n  epochs = 3\n}" },
            { "far-from-any-key", "actoril.quux.zyzzy = 1" },
            { "section-outside-of-actoril", "ppo.steps = 1000" },
            { "misspelt-actoril", "actorill.seed = 2" },
            { "actoril-is-no-section", "actoril = 5" },
            { "section-replaced-by-a-number", "actoril.ppo = 5" },
            { "number-replaced-by-a-section", "actoril.ppo.steps { a = 1 }" },
            { "negative-learning-rate", "actoril {\n  ppo.learning-rate = -0.1\n}" },
            { "learning-rate-zero-in-single-precision", "actoril.ppo.learning-rate = 1e-60" },
            { "learning-rate-beyond-all-numbers", "actoril.ppo.learning-rate = 1e999" },
            { "no-number", "actoril.ppo.clip = wide" },
            { "null", "actoril.ppo.clip = null" },
            { "fraction-of-an-epoch", "actoril.ppo.epochs = 2.5" },
            { "no-environments", "actoril.ppo.environments = 0" },
            { "blocks-do-not-divide", "actoril.ppo { environments = 4, blocks = 3 }" },
            { "rollout-too-large", "actoril.ppo { environments = 60000, rollout-steps = 1000 }" },
            { "too-many-updates", "actoril.ppo { steps = 1e12, environments = 1, rollout-steps = 1 }" },
            { "label-counts-not-ascending", "actoril.dagger.label-counts = [20, 20, 40]" },
            { "counts-are-no-list", "actoril.demonstration.counts = 5" },
            { "few-validation-episodes", "actoril.dagger.validation-episodes = 50" },
            { "environment-with-a-typo", "actoril.environment.name = CartPole-v2" },
            { "environment-far-from-any", "actoril.environment.name = Humanoid" },
            { "parameter-with-a-typo", "actoril.environment.parameters.forse = 12" },
            { "parameter-far-from-any", "actoril.environment.parameters.zyzzy = 12" },
            { "parameter-is-no-number", "actoril.environment.parameters.force = strong" },
            { "parameter-out-of-range", "actoril.environment.parameters { force = -1, step-count-max = 0 }" },
            { "time-limit-out-of-range", "actoril.environment.parameters { force = -1, step-count-max = 2e6 }" },
            { "parameter-is-a-section", "actoril.environment.parameters { force { of = nature } }" },
            { "parameters-are-a-number", "actoril.environment.parameters = 3" },
            { "secret-parameter", "actoril.environment.parameters.force = ${SECRET}" },
            { "expert-without-file", "actoril.expert.kind = file" },
            { "file-without-expert", "actoril.expert.file = x.safetensors" },
            { "start-of-no-training", "actoril { expert.kind = scripted, ppo.init-from = x.safetensors }" },
            { "work-for-no-expert", "actoril { expert.kind = none, students.a.rounds = 2 }" },
            { "no-hash", "actoril { expert { kind = file, file = x.safetensors, file-hash = 12 } }" },
            { "sampled-controller", "actoril { expert.kind = scripted, demonstration.stochastic = on }" },
            { "unknown-word", "actoril.ppo.kl-stop = sometimes" },
            { "host-with-a-typo", "actoril.run.host = paralel" },
            { "no-switch", "actoril.ppo.value-clip = maybe" },
            { "negative-seed", "actoril.seed = -1" },
            { "seed-of-65-bits", "actoril.seed = 18446744073709551616" },
            { "student-with-an-unknown-key", "actoril.students.mine { round = 3 }" },
            { "student-with-a-name-of-the-run", "actoril.students { expert {}, bc-of-mine { rounds = 2 } }" },
            { "student-with-a-space", "actoril.students { \"my student\" { rounds = 2 } }" },
            { "students-is-no-section", "actoril.students = 5" },
            { "student-is-no-section", "actoril.students.mine = 5" },
            { "no-such-component-for-anybody", "actoril.environment.view.components = [0, 4]" },
            { "part-of-a-part", "actoril { environment.view.components = [0, 2], student.view.components = [2] }" },
            { "controller-that-sees-a-part", "actoril { environment.view.frames = 2, expert.kind = scripted }" },
            { "no-such-controller", "actoril.expert { kind = scripted, controller = feedbak }" },
            { "no-such-component", "actoril.students.mine.view.components = [0, 4]" },
            { "takeover-ends-before-it-begins", "actoril.students.mine.takeover { engage = 0.2, release = 0.5 }" },
            { "aggrevate-with-points-for-discrete-actions", Aggrevate("aggrevate.candidates = [9, 3]") },
            { "aggrevate-with-a-memory", Aggrevate("network.recurrent = lstm") },
            { "reference-is-no-stage", "actoril.evaluation.reference = dager" },
            { "no-such-algorithm", "actoril.students.mine.algorithm = daggr" },
            { "no-workers", "actoril.run.workers = 0" },
            { "broken-hocon", "actoril {\n  ppo { steps = 10\n" },
            { "cycle", "a = ${b}\nb = ${a}\nactoril.seed = ${a}" },
            { "undefined-substitution", "actoril.seed = ${no-such-key}" },
            { "root-is-a-list", "[1, 2]" },
            { "secret-from-the-environment", "actoril.ppo.clip = ${SECRET}" },
            { "several", "actoril { sed = 1, ppo { clip = -1, epochs = 0 }, environment.name = Pendulum }" },
        };

    private static string Aggrevate(string settings) =>
        "actoril.students.mine { algorithm = aggrevate, " + settings + " }";

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_mistake_is_explained(string name, string text)
    {
        var bound = Configurations.BindFiles(
            Configurations.File,
            [(Configurations.File, text)],
            [("SECRET", "hunter2")]
        );
        var errors = bound.Match(_ => [], errors => errors);
        Assert.NotEmpty(errors);
        Snapshot.Matches($"{text}\n\n{string.Join('\n', errors)}", name);
    }

    [Theory]
    [InlineData("unknown-section", "pop.steps=1")]
    [InlineData("far-from-any", "x=1")]
    [InlineData("unknown-key", "ppo.step=1")]
    [InlineData("wrong-value", "ppo.steps=-1")]
    [InlineData("no-value", "ppo.steps")]
    [InlineData("empty", "")]
    public void A_mistyped_override_is_explained(string name, string typed) =>
        Snapshot.Matches(string.Join('\n', Configurations.Errors("", typed)), name);

    [Fact]
    public void A_missing_file_is_explained()
    {
        var bound = Configurations.BindFiles("none.conf", [], []);
        Snapshot.Matches(bound.Match(_ => "", errors => string.Join('\n', errors)));
    }
}
