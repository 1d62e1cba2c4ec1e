// Judges notes and proofs of the ledger with the packages of the Go checksum database: a judge that is none of ours.
// Reads a case on each line of standard input, as JSON, and answers each with a line: ok, or what is wrong.
package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type question struct {
	Kind  string
	Vkey  string
	Note  string
	Index int64
	From  int64
	Size  int64
	Leaf  string
	Old   string
	Root  string
	Path  []string
}

func hashed(text string) (hash tlog.Hash) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(bytes) != len(hash) {
		panic("no hash: " + text)
	}
	copy(hash[:], bytes)
	return hash
}

func path(texts []string) (hashes []tlog.Hash) {
	for _, text := range texts {
		hashes = append(hashes, hashed(text))
	}
	return hashes
}

func judge(q question) error {
	switch q.Kind {
	case "note":
		verifier, err := note.NewVerifier(q.Vkey)
		if err != nil {
			return err
		}
		_, err = note.Open([]byte(q.Note), note.VerifierList(verifier))
		return err
	case "inclusion":
		return tlog.CheckRecord(path(q.Path), q.Size, hashed(q.Root), q.Index, hashed(q.Leaf))
	case "consistency":
		return tlog.CheckTree(path(q.Path), q.Size, hashed(q.Root), q.From, hashed(q.Old))
	}
	return fmt.Errorf("no such kind: %s", q.Kind)
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var q question
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			panic(err)
		}
		if err := judge(q); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println("ok")
		}
	}
}
