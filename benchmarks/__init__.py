"""The toolkit beside its peers, on any folder of labelled pages. `python -m benchmarks --help` says how."""
