using System.Collections.Immutable;
using ActorIL.Algorithms.Policies;
using ActorIL.Core.Fields;

namespace ActorIL.Training.Dagger;

/// <summary>The student of one round.</summary>
/// <param name="Round">From 0.</param>
/// <param name="LabelCount">Labels it learnt from.</param>
/// <param name="Policy">The student, or the first of an ensemble.</param>
/// <param name="Score">Mean validation return; 0 until it is known.</param>
/// <param name="ValidationStepCount">Steps of its validation; 0 until it is known.</param>
/// <param name="Others">The other students of an ensemble.</param>
public sealed record RoundStudent(
    int Round,
    int LabelCount,
    PolicySnapshot Policy,
    double Score,
    long ValidationStepCount,
    ImmutableArray<PolicySnapshot> Others
) : IFields<RoundStudent>
{
    /// <summary>All students of the round: one, or those of an ensemble.</summary>
    public ImmutableArray<PolicySnapshot> Members => Others.Insert(0, Policy);

    /// <summary>Whether it was scored.</summary>
    public bool IsValidated => ValidationStepCount > 0;

    public static TypeName Name => new("round-student", 1);

    public static RoundStudent Fields<TVisitor>(scoped ref TVisitor visitor, RoundStudent? value)
        where TVisitor : IFieldVisitor, allows ref struct
    {
        var round = value?.Round ?? 0;
        var labelCount = value?.LabelCount ?? 0;
        var policy = value?.Policy;
        var score = value?.Score ?? 0.0;
        var validationStepCount = value?.ValidationStepCount ?? 0L;
        visitor.Field(1, "round", ref round);
        visitor.Field(2, "label_count", ref labelCount);
        visitor.Record(3, "policy", ref policy);
        visitor.Field(4, "score", ref score);
        visitor.Field(5, "validation_step_count", ref validationStepCount);
        var others = value?.Others ?? [];
        visitor.Records(6, "others", ref others);
        return TVisitor.Rebuilds ? new(round, labelCount, policy!, score, validationStepCount, others) : value!;
    }
}
