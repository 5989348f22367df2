namespace ActorIL.Cli.Benchmarks;

/// <summary>What the help of each benchmark says below its flags.</summary>
internal static class BenchmarkNotes
{
    /// <summary>The end of each: what every JSON object has.</summary>
    private const string Frame = """
              peak_gflops (one core, fused multiply-adds in registers, measured in the same run), share_of_peak (of the
              first figure, or null), repetitions, machine: processor, cores, vector_bits, runtime, system

        """;

    private const string Figures = """

        JSON: name, figures: NAME: median, least, most, unit, share_of_peak (or null);

        """;

    public const string Messages =
        """
            ping-pong: two actors, one message on its way. flood: one sender, one receiver, a thousand messages a tick.
            work-20us: 64 actors side by side, every message with about 20 us of work.
            fan-out: 64 receivers, each request with about 20 us of work, each answer with none.

            JSON: name, figures: WORKLOAD_HOST_WORKERS: workload, host, workers, messages_per_second,
                  extra_bytes_per_message, chain;

            """ + Frame;

    public const string Trace =
        """
            The PPO training of the reference configuration (CartPole-v1), expert alone, validation included; each run
            with a trace has one without beside it. Cost is the time a trace adds, in per cent of the time without.

            JSON: name, figures: LEVEL: level, steps_per_second, share_of_off, share_least, share_most,
                  cost_percent, bytes_per_step, stalls;

            """ + Frame;

    public const string Gemm =
        """
            Names are rows x columns x steps of each sum, in 32-bit floats, on one core: layers of small networks at the
            batch sizes of training, large squares, and the dense layer of a network for pixels.

            """
        + Figures
        + Frame;

    public const string Convolution =
        """
            nature_84, nature_96: microseconds of a forward and a backward pass of 32 filters of 8x8 at stride 4, 64 of
            4x4 at 2, 64 of 3x3 at 1 and a dense layer of 512, over 64 frames of 4x84x84 or 4x96x96; parameters'
            gradients, none by the frames. share_of_peak: of multiply-adds in registers; of_gemm: of the better of the
            program's own large matrix products, gemm_*, in the same run.

            """
        + Figures
        + Frame;

    public const string Update =
        """
            minibatch_128: forward, loss, backward, clipping and Adam of actor and critic (4-64-64) on 128 samples.
            samples_2048: the same on 2,048, as samples a second. samples_limit: the arithmetic limit of that, the peak
            over the multiplications and additions of all products of a sample, forward and backward, in both networks
            (52,352; tanh, loss and Adam not counted). policy_and_value: both networks on 4 observations;
            policy_and_sample: the policy with an action drawn. cloning_samples_128: behaviour cloning, batches of 128,
            the actor's network alone.

            """
        + Figures
        + Frame;

    public const string Environments =
        """
            Steps a second on one core, random actions drawn, observations written and new episodes started in the
            time. scalar: one environment's own functions after another's; vector: the batch that training steps.

            """
        + Figures
        + Frame;

    public const string Ppo =
        """
            hocon/cartpole.conf without students, in a warm process, with its trace: until the expert is trained and
            validated. score: its evaluation in the same run. phase_*: microseconds of one worker for a training step;
            the library's pieces timed alone at the same shapes, `trace` as the difference to runs without one, and what
            remains. phase_values_and_advantages is all that an update does once, with the copies of its state.
            share_of_peak counts the arithmetic of the gradient steps. steps_to_475, seconds_to_475: until validation
            came up to 475 and stayed there.

            """
        + Figures
        + Frame;

    public const string Throughput =
        """
            hocon/cartpole-throughput.conf without students, measured as `bench ppo` measures hocon/cartpole.conf.

            """
        + Figures
        + Frame;

    public const string External =
        """
            cartpole_1024: steps a second of 1,024 CartPoles in Python (NumPy, all at once) over its standard input and
            output, random actions; each step one exchange, the starts of new episodes another one.
            cartpole_numpy_alone: the same program without a pipe. overhead_1, overhead_1024: microseconds of an
            exchange with an environment that does nothing, of 1 and of 1,024 instances; overhead_minimal_1: with the
            program of 46 lines that needs no NumPy.

            """
        + Figures
        + Frame;

    public const string Growth =
        """
            Trainings by PPO on CartPole-v1 with two hidden layers in each network, 64 steps of every environment a
            rollout, one epoch of minibatches of 4,096, two blocks, no trace; 1,024 environments and layers of 64 where
            nothing else is said. Speed: until the last update. peak: the most working set of the process during it,
            looked at every 5 ms between rounds, beyond that before it. heap: managed memory in use after the last
            update and a collection, beyond that before it. run_length: ten parts of one training of 10 million steps
            on two workers (--full: 100 million), each with its own speed and memory. share_of_peak counts the
            arithmetic of the gradient steps against one core.

            JSON: name, figures: DIMENSION_VALUE_workers_N: dimension, environments, width, workers, environment_steps,
                  steps_per_second, least, most, share_of_peak, peak_mebibytes, heap_mebibytes;

            """ + Frame;

    public const string Imitation =
        """
            DAgger in a warm process, its trace included: CartPole-v1, an expert trained before (not timed), 20 rounds
            of 500 labels, after each 4 passes over the aggregate in batches of 32, the last student going on. Until the
            end of the last lesson; nothing is validated between rounds. score: the last student, 100 episodes of the
            same run. whole_run: with both policies' evaluations, and the trace closed. phase_*: one worker, rounds of
            messages by who was in them; training_samples: of the lessons alone. cloning_samples_128: behaviour cloning,
            batches of 128.

            """
        + Figures
        + Frame;

    public const string Startup =
        """
            help: `actoril --help` in a fresh process. train: `actoril run` of the main job's expert alone, from the
            start of the process to its end, evaluation and files included; left out with --help-only.

            """
        + Figures
        + Frame;
}
