//! Explanation pages: of rules (each lies beside its rule) and of topics (here).
